"""The page of today's hours: what its buttons and forms do, who may press them, what the history tells."""

from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from kasper_site.cms import groups
from kasper_site.delivery import published
from kasper_site.directory.hours import HELSINKI
from kasper_site.directory.models import HoursException, WeeklyHours
from kasper_site.directory.today import editing, rows
from kasper_site.users.models import User
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]

# A Wednesday, on which what the factories make is open from 8 to 8.30.
NOW = datetime(2026, 11, 25, 7, tzinfo=HELSINKI)
TODAY, TOMORROW = NOW.date(), NOW.date() + timedelta(days=1)


@pytest.fixture(autouse=True)
def _site():
    groups.ensure()
    factories.make_site()
    with time_machine.travel(NOW, tick=False):
        yield


def signed_in(group_name: str = "viestintä", name: str = "viivi") -> Client:
    user = User.objects.create_user(name, email=f"{name}@example.org", first_name=name.title())
    user.groups.add(Group.objects.get(name=group_name))
    client = Client()
    client.force_login(user)
    return client


def page(client: Client, query: str = "") -> BeautifulSoup:
    return BeautifulSoup(client.get(f"{reverse('opening_hours')}{query}").content, "html.parser")


def form_at(soup: BeautifulSoup, words: str, place: int = 0) -> tuple[str, dict]:
    """The address and the fields of the button with these words."""
    found = [form for form in soup.select("form") if form.button and form.button.get_text().startswith(words)]
    fields = {field["name"]: field.get("value", "") for field in found[place].select("input[name]")}
    return found[place]["action"], fields


def press(client: Client, words: str, place: int = 0, query: str = ""):
    """Press a button of the page, as it is shown now."""
    address, fields = form_at(page(client, query), words, place)
    return client.post(address, fields)


def address(point, action: str, day: date = TODAY) -> str:
    return reverse(f"today:{action}", args=[point._meta.model_name, point.pk, day.isoformat()])


def kept(point, day: date = TODAY) -> list[tuple]:
    """The exceptions of a day as they are in the database."""
    return list(point.hours_exceptions.filter(date=day).order_by("opens").values_list("opens", "closes", "note"))


def day_text(client: Client, place: int = 0, query: str = "") -> str:
    return " ".join(page(client, query).select(".today__day")[place].get_text(" ").split())


def said(response, client: Client) -> str:
    """What the page after a press says."""
    soup = BeautifulSoup(client.get(response["location"]).content, "html.parser")
    return " ".join(soup.select_one(".messages").get_text(" ").split())


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
    for wrong in ("2026-11-24", "2030-01-01", "huomenna", "2026-02-30", "%00"):
        assert len(page(client, f"?paiva={wrong}").select(".today__date")) == 2


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


# --- Forms ------------------------------------------------------------------------------------------------------------
def sent(client: Client, url: str, **typed):
    """Open the form, type into it, send it."""
    soup = BeautifulSoup(client.get(url).content, "html.parser")
    fields = {field["name"]: field.get("value", "") for field in soup.select(".today__form input[name]")}
    return client.post(url, {**fields, **typed})


def test_the_form_starts_with_what_holds():
    place = factories.make_place()
    soup = BeautifulSoup(signed_in().get(address(place, "hours")).content, "html.parser")
    fields = {field["name"]: field.get("value", "") for field in soup.select(".today__form input[name]")}
    assert (fields["opens_0"], fields["closes_0"], fields["opens_1"]) == ("8", "8.30", "")


def test_other_hours_in_two_spans_with_a_message():
    place = factories.make_place()
    url = address(place, "hours", TOMORROW)
    sent(signed_in(), url, opens_0="9-12", opens_1="13", closes_1="24", note=" Illalla  myös ")
    assert kept(place, TOMORROW) == [(time(9), time(12), "Illalla myös"), (time(13), time(0), "")]


def test_a_wrong_time_is_told_beside_its_field_and_nothing_typed_is_lost():
    place = factories.make_place()
    response = sent(signed_in(), address(place, "hours"), opens_0="9", closes_0="puoli neljä", note="Viesti")
    assert response.status_code == 422
    soup = BeautifulSoup(response.content, "html.parser")
    field = soup.select_one("[name=closes_0]")
    assert field["value"] == "puoli neljä"
    assert field["aria-invalid"] == "true"
    assert "”puoli neljä” ei ole kellonaika" in soup.select_one(f"#{field['aria-describedby']}").get_text()
    assert soup.select_one("[name=note]")["value"] == "Viesti"
    assert kept(place) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"opens_0": "", "closes_0": ""}, "mistä mihin on auki"),
        ({"opens_1": "8", "closes_1": "9"}, "päällekkäin"),
        ({"note": "ä" * 121}, "Viestissä on 121 merkkiä, ja tilaa on 120"),
        ({"opens_0": "9" * 5000}, "liian pitkä kellonajaksi"),
    ],
)
def test_other_mistakes(typed, words):
    place = factories.make_place()
    response = sent(signed_in(), address(place, "hours"), **typed)
    assert words in response.content.decode()
    assert kept(place) == []


@pytest.mark.parametrize("name", ["opens_0", "note", "closes_99", f"closes_{'9' * 900}", "closes_x"])
def test_crafted_fields_are_no_error_of_ours(name):
    place = factories.make_place()
    assert sent(signed_in(), address(place, "hours"), **{name: "\x00"}).status_code in (302, 422)
    assert kept(place) == []


def test_a_message_alone_keeps_the_hours_and_goes_again():
    place = factories.make_place()
    client = signed_in()
    sent(client, address(place, "note"), note="Ovi on pihan puolella")
    assert kept(place) == [(time(8), time(8, 30), "Ovi on pihan puolella")]
    assert "Muuta viestiä" in day_text(client)
    sent(client, address(place, "note"), note="")
    assert kept(place) == []


def test_a_form_about_what_has_changed_since_shows_it_and_keeps_what_was_typed():
    place = factories.make_place()
    client, url = signed_in(), address(place, "hours")
    soup = BeautifulSoup(client.get(url).content, "html.parser")
    seen = soup.select_one("[name=seen]")["value"]
    press(signed_in(name="maija"), "Suljettu tänään")
    response = client.post(url, {"seen": seen, "opens_0": "10", "closes_0": "11", "note": ""})
    html = response.content.decode()
    assert "Maija muutti tätä päivää" in html
    assert "Nyt voimassa: Suljettu" in html
    assert kept(place) == [(None, None, "")]
    soup = BeautifulSoup(html, "html.parser")
    assert soup.select_one("[name=opens_0]")["value"] == "10"
    fields = {field["name"]: field.get("value", "") for field in soup.select(".today__form input[name]")}
    client.post(url, fields)
    assert kept(place) == [(time(10), time(11), "")]


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
