"""Three weeks ahead of a holiday or an eve the desk asks what is open; any exception to the day is an answer."""

from datetime import date, datetime, time

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from kasper_site.cms import groups
from kasper_site.directory.hours import HELSINKI
from kasper_site.directory.models import HoursException, WeeklyHours
from kasper_site.users.models import User
from tests import factories

pytestmark = pytest.mark.django_db

SATURDAY, SUNDAY, THURSDAY = 5, 6, 3
CHRISTMAS_EVE = date(2026, 12, 24)


def at(year: int, month: int, day: int):
    """The clock at noon of a day."""
    return time_machine.travel(datetime(year, month, day, 12, tzinfo=HELSINKI), tick=False)


@pytest.fixture
def client():
    groups.ensure()
    factories.make_site()
    user = User.objects.create_user("viivi", email="viivi@example.org")
    user.groups.add(Group.objects.get(name="viestintä"))
    return Client()


def place(*weekdays: int, **fields):
    found = factories.make_place(hours=0, name_fi="Tikkurila", confirmed_on=date(2026, 11, 1), **fields)
    for weekday in weekdays:
        WeeklyHours.objects.create(place=found, weekday=weekday, opens=time(9), closes=time(15))
    return found


def asked(client: Client) -> list[list[str]]:
    """The rows of the desk: title, line, and what can be pressed."""
    rows = soup(client).select("#due-pages .desk__item")
    for row in rows:
        for hidden in row.select(".w-sr-only"):
            hidden.extract()
    return [[plain(part) for part in row.select(".desk__title, .desk__detail, .button")] for row in rows]


def plain(part) -> str:
    return part.get_text().strip().replace("\N{NO-BREAK SPACE}", " ")


def soup(client: Client) -> BeautifulSoup:
    client.force_login(User.objects.get())  # a login ends before the next of a test's days
    return BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")


def answer(client: Client, words: str):
    """Press an answer on the first row."""
    forms = [form for form in soup(client).select("#due-pages form") if form.button.get_text().startswith(words)]
    return client.post(forms[0]["action"], {field["name"]: field["value"] for field in forms[0].select("input[value]")})


@pytest.mark.parametrize(("day", "titles"), [(14, []), (15, ["Tikkurila, su 6.12."])])
def test_the_desk_asks_from_three_weeks_before_on(client, day, titles):
    place(SUNDAY)
    with at(2026, 11, day):
        assert [title for title, *_rest in asked(client)] == titles


def test_independence_day_and_its_eve(client):
    place(SATURDAY, SUNDAY)
    with at(2026, 12, 1):
        found = asked(client)
    presses = ["Suljettu", "Auki tavalliseen tapaan", "Muuta aikoja"]
    assert found == [
        ["Tikkurila, la 5.12.", "Seuraava päivä on pyhä: itsenäisyyspäivä\nSivuilla lukee nyt: Klo 9–15", *presses],
        ["Tikkurila, su 6.12.", "Itsenäisyyspäivä\nSivuilla lukee nyt: Suljettu: itsenäisyyspäivä", *presses],
    ]


def test_christmas_asks_about_open_weekdays_only(client):
    place(THURSDAY)
    with at(2026, 12, 20):
        titles = [title for title, *_rest in asked(client)]
    assert titles == ["Tikkurila, to 24.12.", "Tikkurila, to 31.12."]


def test_closed_is_an_answer_and_the_holidays_name_stays(client):
    found = place(THURSDAY)
    with at(2026, 12, 11):
        response = answer(client, "Suljettu")
        assert response["location"] == reverse("wagtailadmin_home")
        assert [title for title, *_rest in asked(client)] == ["Tikkurila, to 31.12."]
        html = client.get(f"{reverse('opening_hours')}?paiva=2026-12-24").content.decode()
    assert HoursException.objects.get().as_exception().span is None
    assert "Suljettu: jouluaatto" in html
    assert found.hours_exceptions.get().date == CHRISTMAS_EVE


def test_open_as_usual_is_an_answer(client):
    place(THURSDAY)
    with at(2026, 12, 11):
        answer(client, "Auki tavalliseen tapaan")
        assert [title for title, *_rest in asked(client)] == ["Tikkurila, to 31.12."]
        answer(client, "Auki tavalliseen tapaan")
        assert asked(client) == []
    kept = list(HoursException.objects.values_list("date", "opens", "closes", "note"))
    assert kept == [(day, time(9), time(15), "") for day in (CHRISTMAS_EVE, date(2026, 12, 31))]


def test_back_to_the_usual_hours_asks_again(client):
    found = place(THURSDAY)
    with at(2026, 12, 9):
        answer(client, "Suljettu")
        assert asked(client) == []
        client.post(reverse("today:clear", args=["place", found.pk, "2026-12-24"]), {"seen": seen(client)})
        assert len(asked(client)) == 1


def seen(client: Client) -> str:
    html = client.get(f"{reverse('opening_hours')}?paiva=2026-12-24").content
    return BeautifulSoup(html, "html.parser").select_one("[name=seen]")["value"]


def test_who_may_not_change_the_hours_is_not_asked(client):
    place(THURSDAY)
    User.objects.get().groups.set([Group.objects.get(name="toimittaja")])
    with at(2026, 12, 10):
        assert asked(client) == []
