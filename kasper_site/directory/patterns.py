"""Examples of how facts of the directory look, for the pattern library."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from django.utils.translation import gettext_lazy as _

from kasper_site.cms.patterns import Component, Sample
from kasper_site.cms.patterns.rendering import part
from kasper_site.cms.patterns.words import CLOSED, LONG, LONG_LINE, LONG_WORD, OPEN, OVER, REST, SENTENCE
from kasper_site.directory import hours
from kasper_site.directory.help_bar import bar
from kasper_site.directory.help_bar.kept import Line
from kasper_site.directory.help_points import HelpPointState, state_of
from kasper_site.directory.hours import HELSINKI, Reason, Schedule, Span, State, WeeklyRule
from kasper_site.directory.models import OutsideHelpline, Person, Place, Service, Severity

MOMENT = datetime(2026, 11, 25, 11, 0, tzinfo=HELSINKI)
HOURS = Schedule(rules=(WeeklyRule(2, Span(time(10), time(12))),))
OPEN_STATE = State(is_open=True, until=MOMENT + timedelta(hours=1))
CLOSED_STATE = State(is_open=False, next_open=MOMENT + timedelta(days=7))
HOLIDAY_STATE = replace(CLOSED_STATE, reason=Reason.HOLIDAY, day=hours.Day(date(2026, 12, 6), (), Reason.HOLIDAY))
CONFIRMED = date(2023, 8, 2)


def service(**fields) -> Service:
    """A helpline that is kept nowhere."""
    values = {"name_fi": "Tukiluuri", "phone": "044 000 0000", "note_fi": "Voit soittaa nimettömästi."}
    return Service(**{**values, "confirmed_on": CONFIRMED, **fields})


def place(**fields) -> Place:
    """A meeting place that is kept nowhere."""
    values = {"name_fi": "Kohtaamispaikka", "street_address": "Esimerkkikatu 1", "municipality": "Helsinki"}
    return Place(**{**values, "note_fi": SENTENCE, "confirmed_on": CONFIRMED, **fields})


def helpline(**fields) -> OutsideHelpline:
    """A helpline of others that is kept nowhere; without `availability` its hours are not known."""
    values = {"name_fi": "Toinen puhelin", "note_fi": "lapsille ja nuorille", "phone": "116 000"}
    return OutsideHelpline(**{**values, "confirmed_on": CONFIRMED, **fields})


def person(**fields) -> Person:
    """Somebody who is kept nowhere."""
    values = {"name": "Etunimi Sukunimi", "role_fi": "suunnittelija", "phone": "044 000 0000"}
    return Person(**{**values, "email": "nimi@example.org", "confirmed_on": CONFIRMED, **fields})


def components() -> list[Component]:
    """People, services and places."""
    long_place = place(name_fi=LONG_WORD, venue=LONG_LINE, host=LONG_LINE, host_abbreviation="VaKe")
    return [
        Component(
            "banner",
            _("Notice of an exceptional situation"),
            _("Below the header of every page. A word and a shape tell how much it matters."),
            [
                *(Sample(severity.label, _banner(severity=severity.value)) for severity in Severity),
                Sample(LONG, _banner(heading=LONG_WORD, text=LONG_LINE)),
                Sample(
                    _("In Swedish"), _banner(heading="Tukiluuri svarar inte i dag", text="Ring 112 i en nödsituation.")
                ),
            ],
            is_wide=True,
        ),
        Component(
            "state",
            _("Open or closed"),
            _("A mark and always the words."),
            [Sample(label, part("components/state.html", {"state": state})) for label, state in _STATES],
        ),
        Component(
            "help_bar",
            _("Help bar"),
            _("Our number while it answers; else who answers instead."),
            [Sample(label, _bar(state)) for label, state in (*_STATES, (_("On a holiday"), HOLIDAY_STATE))],
            is_wide=True,
        ),
        Component(
            "help_card",
            _("Card of a service, a place or a helpline of others"),
            _("Who helps, whether it is open if that is known, and the number or the address."),
            [
                Sample(OPEN, _card(service(), OPEN_STATE)),
                Sample(CLOSED, _card(place(), CLOSED_STATE)),
                Sample(LONG, _card(long_place, CLOSED_STATE)),
                Sample(_("Day and night"), _helpline_card(helpline(availability="always"))),
                Sample(_("Hours not known"), _helpline_card(helpline())),
            ],
        ),
        Component(
            "person",
            _("Person"),
            _("Who it is and how to reach them; after their last day only the name."),
            [
                Sample(REST, _person(person())),
                Sample(OVER, _person(person(until_date=CONFIRMED))),
                Sample(
                    LONG, _person(person(name=LONG_WORD, role_fi=LONG_LINE, email=f"{LONG_WORD.lower()}@example.org"))
                ),
            ],
        ),
    ]


_STATES = ((OPEN, OPEN_STATE), (CLOSED, CLOSED_STATE))


def _card(point: Service | Place, state: State):
    entry = HelpPointState(point, state, HOURS)
    return part("components/help_card.html", {"entry": entry, "heading": "h3"})


def _helpline_card(line: OutsideHelpline):
    return part("components/help_card.html", {"entry": state_of(line), "heading": "h3"})


def _person(someone: Person):
    return part("components/person.html", {"person": someone, "role": ""})


def _bar(state: State):
    ours = bar.Row(_line("service", "Tukiluuri", "044 000 0000"), state)
    outside = [
        bar.Row(_line("outside", "Hätänumero", "112", "henki tai turvallisuus vaarassa"), State(True)),
        bar.Row(_line("outside", LONG_WORD, "09 000 0000", LONG_LINE), State(True)),
        bar.Row(_line("outside", "Toinen puhelin", "116 000", "lapsille ja nuorille"), None),
    ]
    rest = ([], [], None) if state.is_open else (outside[:2], outside[2:], CONFIRMED)
    return part("components/help_bar.html", {"bar": bar.Bar([ours], [], None, *rest, until=MOMENT.astimezone(UTC))})


def _line(kind: str, name: str, phone: str, note: str = "") -> Line:
    texts = {f"{field}_{code}": text for field, text in (("name", name), ("note", note)) for code in ("fi", "sv", "en")}
    return Line(kind, phone, "tel:000", "", "", **texts, schedule=None, confirmed_on=CONFIRMED)


def _banner(**changes):
    link = {"url": "/", "title": "Tukea"}
    words = {"severity": "urgent", "heading": "Puhelimemme ei nyt toimi", "text": SENTENCE, "lang": "", "link": link}
    return part("components/banner.html", {"banner": {**words, "phone": "112", "tel": "tel:112", **changes}})
