"""Examples of what the front page, help and strategies are made of, for the pattern library."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from kasper_site.cms.patterns import Component, Sample
from kasper_site.cms.patterns.rendering import part
from kasper_site.cms.patterns.stand_ins import items
from kasper_site.cms.patterns.words import (
    CLOSED,
    FOCUS,
    HOVER,
    LONG,
    LONG_LINE,
    LONG_WORD,
    NO_PICTURE,
    OPEN,
    OVER,
    REST,
    SENTENCE,
    TEXT,
)
from kasper_site.directory.help_points import HelpPointState
from kasper_site.directory.hours import days
from kasper_site.directory.patterns import CLOSED_STATE, HOURS, OPEN_STATE, place, service

FRONT = "home/home_page.html"
HELP = "home/help_page.html"
STRATEGY = "home/strategy_page.html"
DOORS = [
    {"heading": "Lapseni on sijoitettu", "text": SENTENCE, "url": "/"},
    {"heading": "Vanhempien ero", "text": SENTENCE, "url": "/"},
]
LONG_DOOR = [{"heading": LONG_WORD, "text": LONG_LINE, "url": "/"}] * 3
GOAL = {
    "name": "Vanhemmat saavat tukea ajoissa",
    "text": TEXT,
    "sub_goals": [
        {
            "text": SENTENCE,
            "alternatives": [{"name": "Toiminta jatkuu", "text": SENTENCE}, {"name": "Toiminta päättyy", "text": ""}],
        }
    ],
}
PLAN = {"title": "Toimintasuunnitelma 2020", "period": "2020", "text": TEXT}
PLAN |= {"reviews": [{"title": "Väliarviointi", "date_text": "30.11.2020"}]}
AREA = {"name": "Vertaistuki", "offers": ["ryhmiä vanhemmille", "koulutusta ohjaajille"], "audiences": ["vanhemmat"]}


def components() -> list[Component]:
    """The front page's parts, then help's, then a strategy's."""
    return [*_front(), *_help(), *_plain_language(), *_strategy()]


def _front() -> list[Component]:
    page = {"heading": "Tuemme perheitä käännekohdissa", "introduction": SENTENCE}
    long_page = {"heading": LONG_LINE, "introduction": LONG_LINE}
    doors, long_doors = {"doors": DOORS}, {"doors": LONG_DOOR}
    return [
        Component(
            "front",
            _("Front page"),
            _("Who we are in a sentence, and a door for each kind of visitor."),
            [
                Sample(NO_PICTURE, part(FRONT, {"page": page}, ".front-first")),
                Sample(LONG, part(FRONT, {"page": long_page}, ".front-first")),
                Sample(REST, part(FRONT, doors, ".doors")),
                Sample(HOVER, part(FRONT, doors, ".doors"), "as-hover"),
                Sample(FOCUS, part(FRONT, doors, ".doors"), "as-focus"),
                Sample(LONG, part(FRONT, long_doors, ".doors")),
            ],
            is_wide=True,
        ),
        Component(
            "seed",
            _("Seed"),
            _("Our one ornament drifts between the parts of the front page."),
            [Sample(REST, part(FRONT, doors, ".seed"))],
        ),
    ]


def _help() -> list[Component]:
    on_phone = HelpPointState(service(), OPEN_STATE, HOURS)
    at_place = HelpPointState(place(), CLOSED_STATE, HOURS)
    first = date(2026, 11, 25)
    shown = {"help_point": on_phone, "days": list(days(HOURS, first, 2)), "page": {}}
    links = {"file": "/kalenteri/esimerkki.ics", "quiet_file": "/kalenteri/esimerkki-huomaamaton.ics"}
    return [
        Component(
            "calendar_links",
            _("To one's own calendar and contacts"),
            _("Folded; what a service has hours or dates for."),
            [Sample(REST, part("components/calendar_links.html", {**links, "card": "/"}, ".calendar-links"))],
        ),
        Component(
            "help_page",
            _("Page of a service or place"),
            _("The answer first, then the hours of the next two weeks."),
            [
                Sample(OPEN, part(HELP, {"help_point": on_phone}, ".help-now")),
                Sample(CLOSED, part(HELP, {"help_point": at_place}, ".help-now")),
                Sample(REST, part(HELP, shown, ".hours")),
            ],
        ),
    ]


def _plain_language() -> list[Component]:
    page = {"title": "Apua ja tukea", "introduction": SENTENCE}
    return [
        Component(
            "plain_language",
            _("Page in plain language"),
            _("Larger text in short lines."),
            [Sample(REST, part("home/plain_language_page.html", {"page": page}, ".plain-language"))],
            is_wide=True,
        )
    ]


def _strategy() -> list[Component]:
    parts = (
        ("strategy", _("Mission of a strategy"), _("The largest text on the site."), ".strategy-mission", _mission()),
        ("values", _("Values"), _("By name, each with a sentence if it needs one."), ".values", _values()),
        ("principles", _("Principles"), _("Short paragraphs with names."), ".principles", _principles()),
        ("areas", _("Areas of work"), _("What each offers and to whom."), ".areas", _areas()),
        ("goals", _("Goals"), _("Numbered or not; two ways stand side by side."), ".goals", _goals()),
        ("action_plan", _("Action plan"), _("Years, what it does, its reviews."), ".action-plan", _plans()),
        (
            "period_over",
            _("Time is over"),
            _("On top of a strategy or project that is past."),
            ".period-over",
            _past(),
        ),
    )
    return [
        Component(
            name,
            label,
            told,
            [Sample(state, part(STRATEGY, {"page": page}, select)) for state, page in pages],
            is_wide=name in ("strategy", "goals"),
        )
        for name, label, told, select, pages in parts
    ]


def _mission() -> list[tuple]:
    return [
        (REST, {"mission": TEXT, "aims": items(SENTENCE)}),
        (LONG, {"mission": f"<p>{LONG_LINE}, {LONG_LINE}.</p>"}),
    ]


def _values() -> list[tuple]:
    values = items({"name": "Rohkeus", "text": SENTENCE}, {"name": "Luottamus", "text": ""})
    return [(REST, {"values": values}), (LONG, {"values": items({"name": LONG_WORD, "text": LONG_LINE})})]


def _principles() -> list[tuple]:
    principles = items({"name": "Vertaisuus", "text": TEXT}, {"name": "Luottamus", "text": TEXT})
    return [(REST, {"principles": principles})]


def _areas() -> list[tuple]:
    long_area = {"name": LONG_WORD, "offers": [LONG_LINE], "audiences": [LONG_WORD]}
    return [(REST, {"areas": items(AREA, AREA)}), (LONG, {"areas": items(long_area)})]


def _goals() -> list[tuple]:
    long_goal = {"name": LONG_LINE, "text": f"<p>{LONG_WORD}</p>"}
    return [(REST, {"goals": items(GOAL), "is_goals_numbered": True}), (LONG, {"goals": items(long_goal)})]


def _plans() -> list[tuple]:
    return [(REST, {"action_plans": items(PLAN)})]


def _past() -> list[tuple]:
    return [(OVER, {"is_over": True, "period": "2017–2019"})]
