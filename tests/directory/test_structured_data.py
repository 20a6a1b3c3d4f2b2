"""Services and places as schema.org data: the week's hours, and the days that differ from it."""

import json
import re
from datetime import date, time

import pytest

from home.models import ServicePage
from kasper_site.directory import structured_data
from kasper_site.directory.hours import DayException, HolidayPolicy, Schedule, Span, WeeklyRule
from tests import factories

MORNING = Span(time(10), time(12))
TODAY = date(2026, 11, 25)


def special(schedule: Schedule) -> list[tuple[str, str, str]]:
    return [(one["validFrom"], one["opens"], one["closes"]) for one in structured_data.special_hours(schedule, TODAY)]


def test_the_weeks_hours_with_their_validity():
    rules = (
        WeeklyRule(2, MORNING, date(2026, 1, 1), date(2026, 12, 31)),
        WeeklyRule(1, MORNING, valid_until=date(2026, 11, 24)),
        WeeklyRule(7, MORNING),
    )
    (only,) = structured_data.weekly_hours(Schedule(rules), TODAY)
    assert only == {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": "Wednesday",
        "opens": "10:00",
        "closes": "12:00",
        "validFrom": "2026-01-01",
        "validThrough": "2026-12-31",
    }
    own = structured_data.weekly_hours(Schedule(rules, holiday_policy=HolidayPolicy.OWN_HOURS), TODAY)
    assert [one["dayOfWeek"] for one in own] == ["Wednesday", "PublicHolidays"]


def test_a_holiday_that_takes_hours_away_is_a_closed_day():
    # 6.1.2027, Epiphany, is a Wednesday; the Sunday 6.12. and Christmas's Thursday take nothing from Wednesdays.
    assert special(Schedule((WeeklyRule(2, MORNING),))) == [("2027-01-06", "00:00", "00:00")]


def test_exceptions_are_told_each_span_by_itself():
    exceptions = (
        DayException(date(2026, 11, 26)),
        DayException(date(2026, 11, 27), Span(time(18), time(0))),
        DayException(date(2026, 11, 27), MORNING),
        DayException(date(2026, 11, 24), MORNING),
    )
    assert special(Schedule(exceptions=exceptions)) == [
        ("2026-11-26", "00:00", "00:00"),
        ("2026-11-27", "10:00", "12:00"),
        ("2026-11-27", "18:00", "23:59"),
    ]


@pytest.mark.django_db
def test_a_place_has_its_address_and_hours():
    place = factories.make_place(name_fi="Paikka", street_address="Vernissakatu 4", municipality="Tikkurila")
    data = structured_data.help_point(place, place.schedule, "/tukea/paikka/", TODAY)
    assert data["@type"] == "Place"
    assert data["address"]["streetAddress"] == "Vernissakatu 4"
    assert [one["dayOfWeek"] for one in data["openingHoursSpecification"]] == ["Wednesday"]
    assert [one["validFrom"] for one in data["specialOpeningHoursSpecification"]] == ["2027-01-06"]


@pytest.mark.django_db
def test_a_service_has_its_number_on_its_page(client):
    factories.make_site()
    page = factories.make_page("home.ServicePage", factories.place_for("home.ServicePage"))
    assert isinstance(page, ServicePage)
    html = client.get(page.url).content.decode()
    found = [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]
    (service,) = [one for one in found if one["@type"] == "Service"]
    line = service["availableChannel"]["servicePhone"]
    assert line["telephone"] == "+358443505179"
    assert line["hoursAvailable"][0]["dayOfWeek"] == "Wednesday"
