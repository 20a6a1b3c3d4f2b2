"""Who helps now, on every page: ours while it is open, else the others; nobody is called open unconfirmed."""

import json
from datetime import UTC, date, datetime, time

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from kasper_site.delivery import standing
from kasper_site.directory import phones
from kasper_site.directory.help_bar import kept
from kasper_site.directory.help_bar.bar import bar
from kasper_site.directory.hours import HELSINKI
from kasper_site.directory.models import HoursException, OutsideHelpline, OutsideHours
from tests import factories

WEDNESDAY = [[2, "10:00:00", "12:00:00", None, None]]
SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=HELSINKI)
OPEN = datetime(2026, 11, 25, 11, 0, tzinfo=HELSINKI)


def schedule(rules, policy="closed", exceptions=()) -> dict:
    """Hours as the file keeps them."""
    return {"is_always": False, "rules": rules, "exceptions": list(exceptions), "holiday_policy": policy}


ALWAYS = {**schedule([]), "is_always": True}


def entry(kind: str, name: str, phone: str, hours=None, **fields) -> dict:
    """A line as the file keeps it; `hours` are "always", a schedule or None."""
    texts = dict.fromkeys(kept.TEXTS, "") | {"name_fi": name, "public_phone": phone, "tel": phones.tel(phone)}
    hours = ALWAYS if hours == "always" else hours
    return {"kind": kind, **texts, "schedule": hours, "confirmed_on": "2026-11-21", **fields}


OURS = entry("service", "Tukiluuri", "044 350 5179", schedule(WEDNESDAY))
EMERGENCY = entry("outside", "Hätänumero", "112", "always")
UNKNOWN = entry("outside", "MLL", "116 111", None, note_fi="lapsille ja nuorille")
LATER = entry("outside", "Toinen", "09 000 0000", schedule([[0, "09:00:00", "15:00:00", None, None]]))


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


def rendered(moment=None) -> BeautifulSoup:
    """The bar as a page shows it."""
    found = bar(moment) if moment else bar()
    return BeautifulSoup(render_to_string("components/help_bar.html", {"bar": found}), "html.parser")


def words(soup) -> str:
    return " ".join(soup.get_text(" ").split())


# --- What it shows ----------------------------------------------------------------------------------------------------
@time_machine.travel(OPEN, tick=False)
def test_while_ours_is_open_its_number_is_the_button_and_nobody_else_is_named():
    standing.write("help", [OURS, EMERGENCY, UNKNOWN])
    soup = rendered()
    (button,) = soup.select("a")
    assert button["href"] == "tel:+358443505179"
    assert "button-call" in button["class"]
    assert "044 350 5179" in words(button).replace("\N{NO-BREAK SPACE}", " ")
    assert "sulkeutuu klo 12" in words(soup).replace("\N{NO-BREAK SPACE}", " ")


@time_machine.travel(SUNDAY, tick=False)
def test_while_ours_is_closed_others_answer_the_open_ones_first():
    standing.write("help", [OURS, UNKNOWN, LATER, EMERGENCY])
    soup = rendered()
    assert [link["href"] for link in soup.select("a")] == ["tel:112", "tel:116111", "tel:+35890000000"]
    assert "Avautuu ke 25.11. klo 10" in words(soup).replace("\N{NO-BREAK SPACE}", " ")
    assert "21.11.2026" in words(soup)


@time_machine.travel(SUNDAY, tick=False)
def test_a_helpline_without_confirmed_hours_is_never_called_open():
    standing.write("help", [OURS, UNKNOWN, EMERGENCY])
    first, second = rendered().select("ul")
    assert "112" in words(first)
    assert "116" not in words(first)
    assert words(second) == "116 111 MLL : lapsille ja nuorille"


@time_machine.travel(datetime(2026, 12, 9, 11, tzinfo=HELSINKI), tick=False)
def test_a_holiday_closes_ours_and_says_so():
    standing.write(
        "help",
        [{**OURS, "schedule": schedule([[weekday, "10:00:00", "12:00:00", None, None] for weekday in range(7)])}],
    )
    with time_machine.travel(datetime(2026, 12, 6, 11, tzinfo=HELSINKI), tick=False):
        assert "Suljettu: itsenäisyyspäivä" in words(rendered())
    assert "Suljettu" not in words(rendered())


@time_machine.travel(datetime(2026, 11, 24, 11, tzinfo=HELSINKI), tick=False)
def test_a_place_shows_only_while_its_door_is_open():
    tikkurila = entry(
        "place", "Tikkurila", "", schedule([[1, "09:00:00", "15:00:00", None, None]]), address="Vernissakatu 4"
    )
    standing.write("help", [OURS, tikkurila])
    assert "Vernissakatu 4" in words(rendered())
    assert "päättynyt" not in words(rendered())
    standing.write("help", [OURS, {**tikkurila, "ended": "2023–2025"}])
    assert "toimi 2023–2025 ja on päättynyt. Soita ennen kuin tulet" in words(rendered())
    assert "Vernissakatu 4" not in words(rendered(SUNDAY))


TIKKURILA = entry("place", "Tikkurila", "", schedule([[1, "09:00:00", "15:00:00", None, None]]), address="Katu 4")
JARVENPAA = entry("place", "Järvenpää", "", schedule([[3, "09:00:00", "15:00:00", None, None]]))
UNKNOWN_PLACE = entry("place", "Muualla", "", None)


@time_machine.travel(SUNDAY, tick=False)
def test_while_all_is_closed_the_place_that_opens_next_is_told_in_a_short_line():
    standing.write("help", [OURS, JARVENPAA, UNKNOWN_PLACE, TIKKURILA, EMERGENCY])
    lines = [words(line) for line in rendered().select(".help-bar-line")]
    assert lines[0].startswith("Tukiluuri")
    assert lines[1:] == ["Tikkurila . Suljettu. Avautuu ti 24.11. klo 9. Tiedot tarkistettu 21.11.2026."]
    standing.write("help", [{**TIKKURILA, "ended": "2023–2025"}])
    assert words(rendered()) == "Tikkurila . Suljettu. Avautuu ti 24.11. klo 9. Soita ennen kuin tulet."
    assert "päättynyt" not in words(rendered())


@pytest.mark.parametrize("moment", [OPEN, datetime(2026, 11, 24, 11, tzinfo=HELSINKI)])
def test_while_something_of_ours_is_open_the_next_place_waits(moment):
    standing.write("help", [OURS, JARVENPAA, TIKKURILA])
    assert "Järvenpää" not in words(rendered(moment))
    standing.write("help", [UNKNOWN_PLACE])
    assert not rendered(SUNDAY).find(True)


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        (SUNDAY, datetime(2026, 11, 22, 22, tzinfo=UTC)),  # midnight in Helsinki
        (datetime(2026, 11, 25, 9, 59, 59, tzinfo=HELSINKI), datetime(2026, 11, 25, 8, tzinfo=UTC)),
        (datetime(2026, 11, 25, 10, tzinfo=HELSINKI), datetime(2026, 11, 25, 10, tzinfo=UTC)),
        (datetime(2026, 3, 28, 23, tzinfo=HELSINKI), datetime(2026, 3, 28, 22, tzinfo=UTC)),
        (datetime(2026, 3, 29, 12, tzinfo=HELSINKI), datetime(2026, 3, 29, 21, tzinfo=UTC)),  # a day of 23 hours
    ],
)
def test_it_knows_until_when_it_is_true(moment, until):
    standing.write("help", [OURS, EMERGENCY])
    assert bar(moment).until == until


def test_other_languages_mark_finnish_names():
    standing.write("help", [OURS, {**EMERGENCY, "name_sv": "Nödnumret"}, {**UNKNOWN, "note_sv": "för barn"}])
    with translation.override("sv"), time_machine.travel(SUNDAY, tick=False):
        soup = rendered()
    assert {tag.get_text() for tag in soup.select("[lang=fi]")} == {"Tukiluuri", "MLL"}


# --- The file ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "odd",
    [
        {},
        "Tukiluuri",
        None,
        [],
        {**OURS, "public_phone": 112},
        {**OURS, "schedule": 1},
        {**OURS, "schedule": schedule([[2, "25:00", "26:00", None, None]])},
        {**OURS, "schedule": schedule([["x", "10:00", "12:00", None, None]])},
        {**OURS, "schedule": schedule([], policy="maybe")},
        {**OURS, "confirmed_on": "yesterday"},
        {**OURS, "schedule": schedule([[2, None, None, None, None]])},
        {**OURS, "schedule": schedule([[float("inf"), "10:00", "12:00", None, None]])},
        {**OURS, "tel": "https://example.org/"},
    ],
)
def test_what_cannot_be_understood_is_left_out(odd):
    standing.write("help", [odd, EMERGENCY])
    assert [line.name_fi for line in kept.read()] == ["Hätänumero"]


@pytest.mark.parametrize("content", [{}, "x", 1, None])
def test_another_file_is_no_bar(var, content):
    (var / "help.json").write_text(json.dumps(content))
    assert not rendered().find(True)


@pytest.mark.django_db
@pytest.mark.database
def test_a_change_shows_on_the_next_request(django_capture_on_commit_callbacks):
    home = factories.make_site()
    service = factories.make_service(hours=0)
    page = factories.make_page("home.StandardPage", home, title="Meistä")

    def shown(change=None) -> tuple:
        with django_capture_on_commit_callbacks(execute=True):
            made = change() if change else None
        return made, Client().get(page.url).content.decode()

    with time_machine.travel(OPEN, tick=False):
        assert service.tel not in shown()[1]
        hours = {"service": service, "date": date(2026, 11, 25), "opens": time(10), "closes": time(12)}
        opening, text = shown(lambda: HoursException.objects.create(**hours))
        assert f'href="{service.tel}"' in text
        shown(opening.delete)
        other = {"name_fi": "Muu", "phone": "112", "availability": "always"}
        helpline, text = shown(lambda: OutsideHelpline.objects.create(**other))
        assert f'href="{service.tel}"' not in text
        assert "tel:112" in text
        assert "tel:112" not in shown(helpline.delete)[1]


@pytest.mark.django_db
def test_the_file_holds_all_that_the_models_tell():
    service = factories.make_service()
    HoursException.objects.create(service=service, date=date(2099, 1, 1), note="Koulutus")
    weekly = OutsideHelpline.objects.create(
        name_fi="Viikon",
        phone="116 117",
        availability="weekly",
        is_closed_on_holidays=True,
        confirmed_on=date(2026, 1, 1),
    )
    OutsideHours.objects.create(helpline=weekly, weekday=0, opens=time(9), closes=time(0))
    unconfirmed = OutsideHelpline.objects.create(name_fi="Ei kukaan", phone="112", availability="always")
    kept.write()
    lines = {line.name_fi: line for line in kept.read()}
    service = type(service).objects.get(pk=service.pk)
    assert lines[service.name_fi].schedule == service.schedule
    assert lines["Viikon"].schedule == weekly.schedule
    assert lines["Viikon"].schedule.rules
    assert lines["Ei kukaan"].schedule is None is unconfirmed.schedule
