"""The page of today's hours: what its buttons do, who may press them, what the history tells."""

from datetime import time, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from kasper_site.cms import groups
from kasper_site.delivery import published
from kasper_site.directory.models import HoursException, WeeklyHours
from kasper_site.directory.today import editing, rows
from kasper_site.users.models import User
from tests import factories
from tests.admin.today_page import NOW, TODAY, address, day_text, form_at, kept, page, press, said, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def _site():
    groups.ensure()
    factories.make_site()
    with time_machine.travel(NOW, tick=False):
        yield


# --- What is shown ----------------------------------------------------------------------------------------------------
def test_today_and_tomorrow_of_everything():
    factories.make_service(name_fi="Tukiluuri")
    factories.make_place(name_fi="Tikkurila")
    soup = page(signed_in())
    names = [card.h2.get_text() for card in soup.select(".today__card")]
    dates = [heading.get_text() for heading in soup.select(".today__date")]
    lines = [line.get_text().replace("\N{NO-BREAK SPACE}", " ") for line in soup.select(".today__line")]
    assert names == ["Tukiluuri", "Tikkurila"]
    assert dates == ["Tänään, keskiviikko 25.11.", "Huomenna, torstai 26.11."] * 2
    assert lines == ["Klo 8–8.30", "Suljettu"] * 2
    shown_on = [card.select_one(".today__small").get_text() for card in soup.select(".today__card")]
    assert shown_on == ["Näkyy 1 sivulla ja jokaisen sivun yläreunassa", "Näkyy 1 sivulla"]


def test_the_page_says_on_how_many_pages_it_shows():
    place = factories.make_place()
    factories.make_page("home.PlacePage", factories.place_for("home.PlacePage"), place=place, audience="Kaikille.")
    assert page(signed_in()).select_one(".today__card .today__small").get_text() == "Näkyy 3 sivulla"


def test_another_day_by_its_date():
    factories.make_place()
    client = signed_in()
    soup = page(client, "?paiva=2026-12-24")
    assert [heading.get_text() for heading in soup.select(".today__date")] == ["Torstai 24.12."]
    assert not soup.select(".messages > ul > li")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("2026-11-24", "24.11.2026 on jo mennyt."),
        ("2030-01-01", "1.1.2030 on liian kaukana."),
        ("huomenna", "”huomenna” ei ole päivä."),
        ("2026-02-30", "”2026-02-30” ei ole päivä."),
        ("9" * 5000, f"”{'9' * 40}” ei ole päivä."),
        ("%00", "ei ole päivä."),
    ],
)
def test_a_day_that_cannot_be_shown_is_told(wrong, words):
    factories.make_place()
    soup = page(signed_in(), f"?paiva={wrong}")
    assert len(soup.select(".today__date")) == 2
    said_there = soup.select_one(".messages > ul > li.warning").get_text()
    assert words in said_there
    assert "tämän päivän ja huomisen" in said_there


def test_the_page_costs_a_steady_number_of_queries(django_assert_max_num_queries):
    client = signed_in()
    for _number in range(6):
        factories.make_place()
    page(client)
    with django_assert_max_num_queries(20 + 6 * 8):
        page(client)


# --- Buttons ----------------------------------------------------------------------------------------------------------
def test_one_press_closes_the_day_and_the_site_hears_of_it(django_capture_on_commit_callbacks):
    place, announced = factories.make_place(name_fi="Tikkurila"), []
    published.subscribe(announced.append)
    client = signed_in()
    with django_capture_on_commit_callbacks(execute=True):
        response = press(client, "Suljettu tänään")
    published._subscribers.remove(announced.append)
    assert kept(place) == [(None, None, "")]
    assert [type(thing) for thing in announced] == [HoursException]
    assert response["location"] == f"{reverse('opening_hours')}#place-{place.pk}"
    assert "Tikkurila, tänään: Suljettu. Kävijät näkevät tämän heti." in said(response, client)


def test_what_was_saved_is_told_where_the_page_jumps_to():
    place, other = factories.make_place(), factories.make_place()
    client = signed_in()
    response = press(client, "Suljettu tänään")
    soup = BeautifulSoup(client.get(response["location"]).content, "html.parser")
    assert "Kävijät näkevät tämän heti" in soup.select_one(f"#place-{place.pk} .today__said").get_text()
    assert not soup.select(f"#place-{other.pk} .today__said")


def test_back_to_the_usual_hours():
    place = factories.make_place()
    client = signed_in()
    press(client, "Suljettu tänään")
    assert "Muuten: klo 8–8.30" in day_text(client).replace("\N{NO-BREAK SPACE}", " ")
    press(client, "Palaa tavallisiin aikoihin")
    assert kept(place) == []
    assert "Klo" in day_text(client)


def test_pressed_twice_is_pressed_once():
    place = factories.make_place()
    client = signed_in()
    action, fields = form_at(page(client), "Suljettu tänään")
    client.post(action, fields)
    assert "Kävijät näkevät" in said(client.post(action, fields), client)
    assert kept(place) == [(None, None, "")]
    assert ModelLogEntry.objects.filter(action=editing.CHANGED).count() == 1


def test_undo_brings_back_what_was_before():
    place = factories.make_place()
    for opens in (9, 13):
        place.hours_exceptions.model.objects.create(
            place=place, date=TODAY, opens=time(opens), closes=time(opens + 2), note="Koulutus" if opens == 9 else ""
        )
    before = kept(place)
    client = signed_in()
    press(client, "Suljettu tänään")
    assert "Viimeksi muutti Viivi" in day_text(client)
    press(client, "Kumoa")
    assert kept(place) == before
    assert "Kumoa" not in day_text(client)


def test_undo_is_refused_once_somebody_has_changed_the_day():
    place = factories.make_place()
    client, other = signed_in(), signed_in(name="maija")
    press(client, "Suljettu tänään")
    action, fields = form_at(page(client), "Kumoa")
    other.post(address(place, "note"), {"note": "Koulutus", "seen": form_at(page(other), "Palaa")[1]["seen"]})
    now = kept(place)
    assert now == [(None, None, "Koulutus")]
    assert "Maija muutti tätä päivää" in said(client.post(action, fields), client)
    assert kept(place) == now


def test_undo_is_refused_after_a_change_in_the_long_form():
    place = factories.make_place()
    client = signed_in()
    press(client, "Suljettu tänään")
    action, fields = form_at(page(client), "Kumoa")
    place.hours_exceptions.get(date=TODAY).delete()
    assert "Kumoa" not in day_text(client)
    HoursException.objects.create(place=place, date=TODAY, opens=time(12), closes=time(14))
    assert "Mitään ei korvattu" in said(client.post(action, fields), client)
    assert kept(place) == [(time(12), time(14), "")]


def test_undo_of_an_entry_that_is_not_the_last_is_refused():
    place = factories.make_place()
    client = signed_in()
    press(client, "Suljettu tänään")
    first = form_at(page(client), "Kumoa")
    press(client, "Palaa tavallisiin")
    press(client, "Suljettu tänään")
    client.post(*first)
    client.post(first[0], {"change": "x"})
    assert kept(place) == [(None, None, "")]


def test_a_press_on_what_has_changed_since_overwrites_nothing():
    place = factories.make_place()
    client = signed_in()
    action, fields = form_at(page(client), "Suljettu tänään")
    HoursException.objects.create(place=place, date=TODAY, opens=time(12), closes=time(14))
    assert "Mitään ei korvattu" in said(client.post(action, fields), client)
    assert kept(place) == [(time(12), time(14), "")]


def test_a_change_of_the_weekly_hours_counts_as_a_change():
    place = factories.make_place()
    client = signed_in()
    action, fields = form_at(page(client), "Suljettu tänään")
    WeeklyHours.objects.create(place=place, weekday=2, opens=time(12), closes=time(14))
    client.post(action, fields)
    assert kept(place) == []


def test_a_page_left_open_over_midnight_changes_no_day_that_has_passed():
    place = factories.make_place()
    client = signed_in()
    action, fields = form_at(page(client), "Suljettu tänään")
    with time_machine.travel(NOW + timedelta(days=1), tick=False):
        client.force_login(User.objects.get())
        assert "jo mennyt" in said(client.post(action, fields), client)
    assert kept(place) == []


# --- Who --------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("action", ["close", "usual", "clear", "undo", "hours", "note"])
def test_only_who_may_change_the_fact(action):
    place = factories.make_place()
    url = address(place, action)
    writer = signed_in("toimittaja")
    fields = {"opens_0": "9", "closes_0": "10", "note": "x", "seen": rows.stamp(place.schedule, TODAY)}
    assert writer.post(url, fields)["location"] == reverse("wagtailadmin_home")
    assert Client().post(url, fields)["location"].startswith(reverse("wagtailadmin_login"))
    assert kept(place) == []
    assert reverse("opening_hours") not in writer.get(reverse("wagtailadmin_home")).content.decode()


def test_buttons_answer_no_get_and_unknown_things_are_not_found():
    place = factories.make_place()
    client = signed_in()
    for action in ("close", "usual", "clear", "undo"):
        assert client.get(address(place, action)).status_code == 405
    assert client.post(address(place, "close").replace("place", "person")).status_code == 404
    assert client.post(address(place, "close").replace(f"/{place.pk}/", "/999/")).status_code == 404
    assert Client(enforce_csrf_checks=True).post(address(place, "close")).status_code in (302, 403)


# --- The history ------------------------------------------------------------------------------------------------------
def test_the_history_tells_who_did_what():
    place = factories.make_place()
    client = signed_in()
    press(client, "Suljettu tänään")
    press(client, "Kumoa")
    history = client.get(reverse("wagtailsnippets_directory_place:history", args=[place.pk])).content.decode()
    report = client.get(reverse("wagtailadmin_reports:site_history")).content.decode()
    for html in (history, report):
        assert "eskiviikko 25.11.2026: tavalliset ajat → suljettu" in html
        assert "Kumottu: keskiviikko 25.11.2026: suljettu → tavalliset ajat" in html
    entry = ModelLogEntry.objects.get(action=editing.CHANGED)
    assert (entry.user.username, entry.timestamp) == ("viivi", timezone.now())
    assert entry.data == {"day": "2026-11-25", "before": [], "after": [["", "", ""]]}
    assert registry.action_exists(editing.UNDONE)
