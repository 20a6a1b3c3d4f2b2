"""Calendar files: they tell the same hours as the pages at every moment, keep their names, and give nothing away."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from kasper_site.directory import hours
from kasper_site.directory.calendar import ical, occurrences
from kasper_site.directory.calendar.ical import Label
from kasper_site.directory.calendar.occurrences import Change, Frequency, Plan
from kasper_site.directory.calendar.series import Window, window
from kasper_site.directory.hours import DayException, HolidayPolicy, Schedule, Span, WeeklyRule
from tests.directory.calendar_reader import entries, expanded, lines
from tests.directory.test_hours_oracle import EDGES, spans

LABEL = Label("tukiluuri", "Tukiluuri", "Puhelin", "Vernissakatu 4", "https://example.org/tukea/", date(2023, 8, 2))
WEDNESDAYS = Schedule((WeeklyRule(2, Span(time(10), time(12))),))
AFTERNOON = Span(time(17), time(19))
WEEKS = 9


# --- Hours ------------------------------------------------------------------------------------------------------------
@st.composite
def schedules(draw):
    """A schedule, and some weeks around a day on which something happens."""
    edge = draw(st.one_of(st.sampled_from(EDGES), st.dates(date(2024, 1, 1), date(2032, 12, 31))))
    near = st.integers(-30, 30).map(lambda number: edge + timedelta(number))
    maybe = st.one_of(st.none(), st.none(), near)
    weekdays = st.one_of(st.integers(-1, 1).map(lambda number: (edge.weekday() + number) % 7), st.integers(0, 7))
    rules = [
        WeeklyRule(draw(weekdays), draw(spans), draw(maybe), draw(maybe)) for _number in range(draw(st.integers(0, 6)))
    ]
    exceptions = [
        DayException(draw(near), draw(st.one_of(st.none(), spans)), "Huomautus")
        for _number in range(draw(st.integers(0, 4)))
    ]
    first = edge - timedelta(draw(st.integers(0, 7 * WEEKS)))
    schedule = Schedule(tuple(rules), tuple(exceptions), draw(st.sampled_from(HolidayPolicy)))
    return schedule, Window(first, first + timedelta(7 * WEEKS))


@settings(max_examples=150, deadline=None)
@given(schedules(), st.booleans())
def test_a_calendar_and_the_pages_agree_at_every_moment(question, is_by_clock):
    schedule, shown = question
    told = [(one.start, one.end) for one in hours.openings(schedule, shown.first, 7 * WEEKS + 1)]
    assert expanded(ical.of_hours(LABEL, schedule, shown), is_by_clock) == told


@settings(max_examples=50, deadline=None)
@given(schedules())
def test_every_entry_has_a_name_of_its_own_and_begins_with_a_real_opening(question):
    schedule, shown = question
    found = entries(ical.of_hours(LABEL, schedule, shown))
    assert len({entry.value("UID") for entry in found}) == len(found)
    for entry in found:
        start = entry.wall("DTSTART")
        assert start.strftime("%Y%m%dT%H%M%S") not in entry.value("EXDATE")
        assert hours.state(schedule, start.replace(tzinfo=hours.HELSINKI)).is_open


def test_the_helpline_is_one_series_without_the_holidays():
    (entry,) = entries(ical.of_hours(LABEL, WEDNESDAYS, window(date(2026, 11, 22))))
    assert entry.properties["DTSTART"] == ("TZID=Europe/Helsinki", "20260107T100000")
    assert entry.value("RRULE") == "FREQ=WEEKLY;UNTIL=20291219T080000Z;BYDAY=WE"
    assert entry.value("EXDATE") == "20270106T100000,20281206T100000"
    assert entry.value("TRANSP") == "TRANSPARENT"


def test_an_exception_is_left_out_and_told_by_itself():
    other = DayException(date(2026, 12, 2), Span(time(9), time(11)), "Koulutus, aamulla")
    schedule = Schedule(WEDNESDAYS.rules, (other, DayException(date(2026, 12, 9))))
    series, single = entries(ical.of_hours(LABEL, schedule, Window(date(2026, 11, 23), date(2026, 12, 31))))
    assert series.value("EXDATE") == "20261202T100000,20261209T100000"
    assert (single.value("DTSTART"), single.value("DTEND")) == ("20261202T090000", "20261202T110000")
    assert single.value("DESCRIPTION") == "Koulutus\\, aamulla\\nPuhelin"


def test_a_rule_ends_with_its_last_day():
    rule = WeeklyRule(2, Span(time(10), time(12)), date(2026, 6, 1), date(2026, 7, 15))
    (entry,) = entries(ical.of_hours(LABEL, Schedule((rule,)), window(date(2026, 1, 1))))
    assert entry.value("DTSTART") == "20260603T100000"
    assert "UNTIL=20260715T070000Z" in entry.value("RRULE")


def test_asked_on_another_day_the_file_is_the_same_and_its_names_outlive_the_year():
    this_year = ical.of_hours(LABEL, WEDNESDAYS, window(date(2026, 2, 1)))
    assert this_year == ical.of_hours(LABEL, WEDNESDAYS, window(date(2026, 11, 22)))
    next_year = ical.of_hours(LABEL, WEDNESDAYS, window(date(2027, 1, 1)))
    assert [one.value("UID") for one in entries(this_year)] == [one.value("UID") for one in entries(next_year)]


def test_a_newer_check_of_the_facts_makes_a_newer_entry():
    old, new = (
        entries(ical.of_hours(Label("a", "A", checked_on=day), WEDNESDAYS, window(date(2026, 1, 1))))[0]
        for day in (date(2023, 8, 2), date(2026, 11, 22))
    )
    assert old.value("UID") == new.value("UID")
    assert old.value("DTSTAMP") == "20230802T120000Z"
    assert int(old.value("SEQUENCE")) < int(new.value("SEQUENCE"))


def test_the_calendar_says_how_often_to_ask():
    found = lines(ical.of_hours(LABEL, WEDNESDAYS, window(date(2026, 1, 1))))
    assert {"METHOD:PUBLISH", "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H"} <= set(found)
    assert {"X-WR-CALNAME:Tukiluuri", "TZID:Europe/Helsinki"} <= set(found)


def test_without_hours_the_calendar_is_empty():
    assert entries(ical.of_hours(LABEL, Schedule(), window(date(2026, 1, 1)))) == []


# --- Discreet ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_discreet_file_names_nobody(language):
    exceptions = (DayException(date(2026, 12, 2), Span(time(9), time(11)), "Vernissakatu on suljettu"),)
    schedule = Schedule(WEDNESDAYS.rules, exceptions)
    plan = Plan(date(2026, 11, 25), AFTERNOON, changes=(Change(date(2026, 11, 25), True, note="Vertaisryhmä peruttu"),))
    with translation.override(language):
        quiet = ical.discreet(LABEL)
        files = ical.of_hours(quiet, schedule, window(date(2026, 1, 1))) + ical.of_event(quiet, plan, True)
    text = files.decode().lower()
    for word in ("tukiluuri", "kasper", "puhelin", "vernissa", "example", "vertais", "http", "location", "description"):
        assert word not in text
    assert entries(ical.of_event(quiet, plan))[0].value("CLASS") == "PRIVATE"


def test_a_discreet_entry_and_an_open_one_are_two():
    quiet = ical.discreet(LABEL)
    open_one, quiet_one = (
        entries(ical.of_hours(label, WEDNESDAYS, window(date(2026, 1, 1)))) for label in (LABEL, quiet)
    )
    assert open_one[0].value("UID") != quiet_one[0].value("UID")


# --- Events -----------------------------------------------------------------------------------------------------------
@st.composite
def plans(draw):
    """An event near a day on which something happens, with some changed dates."""
    first = draw(st.sampled_from(EDGES)) + timedelta(draw(st.integers(-21, 1)))
    frequency = draw(st.sampled_from(Frequency))
    plan = Plan(
        first, draw(spans), frequency, first + timedelta(draw(st.integers(0, 90))), is_on_holidays=draw(st.booleans())
    )
    days = occurrences.planned_days(plan)
    changed = draw(st.lists(st.sampled_from(days), unique=True, max_size=3))
    changes = tuple(
        Change(
            day,
            draw(st.booleans()),
            draw(st.one_of(st.none(), spans)),
            draw(st.one_of(st.none(), st.just(day + timedelta(1)))),
        )
        for day in changed
    )
    times = draw(st.one_of(st.none(), st.integers(1, 8)))
    return Plan(first, plan.span, frequency, plan.until, times, changes, plan.is_on_holidays)


@settings(max_examples=150, deadline=None)
@given(plans(), st.booleans())
def test_a_calendar_and_the_list_of_dates_agree(plan, is_by_clock):
    told = sorted((one.start, one.end) for one in occurrences.occurrences(plan) if not one.is_cancelled)
    assert expanded(ical.of_event(LABEL, plan), is_by_clock) == joined_pairs(told)


def joined_pairs(pairs):
    found = []
    for start, end in pairs:
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def test_a_fortnightly_group_in_words_of_a_calendar():
    changes = (
        Change(date(2027, 1, 21), is_cancelled=True, note="Ohjaaja on sairaana"),
        Change(date(2027, 2, 4), span=Span(time(18), time(20)), moved_to=date(2027, 2, 5)),
    )
    plan = Plan(date(2026, 12, 24), AFTERNOON, Frequency.FORTNIGHTLY, date(2027, 5, 28), changes=changes)
    main, cancelled, moved = entries(ical.of_event(LABEL, plan))
    # Christmas Eve is no date of it.
    assert main.value("DTSTART") == "20270107T170000"
    assert main.value("RRULE") == "FREQ=WEEKLY;UNTIL=20270527T140000Z;INTERVAL=2;BYDAY=TH"
    assert (cancelled.value("STATUS"), cancelled.value("SUMMARY")) == ("CANCELLED", "Peruttu: Tukiluuri")
    assert (moved.value("RECURRENCE-ID"), moved.value("DTSTART")) == ("20270204T170000", "20270205T180000")
    assert main.value("UID") == cancelled.value("UID") == moved.value("UID")


def test_a_monthly_evening_falls_on_the_same_weekday_of_the_month():
    plan = Plan(date(2026, 12, 10), AFTERNOON, Frequency.MONTHLY, times=4)
    (entry,) = entries(ical.of_event(LABEL, plan))
    assert entry.value("RRULE") == "FREQ=MONTHLY;UNTIL=20270311T150000Z;BYDAY=2TH"


def test_a_cancelled_event_is_cancelled_as_a_whole():
    (entry,) = entries(ical.of_event(LABEL, Plan(date(2026, 12, 10), AFTERNOON), is_cancelled=True))
    assert entry.value("STATUS") == "CANCELLED"


def test_a_changed_event_on_one_date_is_that_date_alone():
    day = date(2026, 12, 10)
    moved = Change(day, span=Span(time(18), time(20)), moved_to=date(2026, 12, 11))
    (entry,) = entries(ical.of_event(LABEL, Plan(day, AFTERNOON, changes=(moved,))))
    assert (entry.value("DTSTART"), entry.value("RECURRENCE-ID")) == ("20261211T180000", "")
    cancelled = Plan(day, AFTERNOON, changes=(Change(day, is_cancelled=True),))
    for is_whole in (False, True):
        (gone,) = entries(ical.of_event(LABEL, cancelled, is_whole))
        assert (gone.value("STATUS"), gone.value("SUMMARY")) == ("CANCELLED", "Peruttu: Tukiluuri")
        assert gone.value("UID") == entry.value("UID")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_a_line_break_in_a_name_is_a_space(end):
    label = Label("a", f"Tuki{end}luuri", f"Puhelin{end}soi", f"Katu{end}4")
    (entry,) = entries(ical.of_event(label, Plan(date(2026, 12, 10), AFTERNOON), is_cancelled=True))
    assert (entry.value("SUMMARY"), entry.value("LOCATION")) == ("Peruttu: Tuki luuri", "Katu 4")
    assert entry.value("DESCRIPTION") == "Puhelin\\nsoi"


def test_an_event_late_at_night_ends_at_midnight():
    (entry,) = entries(ical.of_event(LABEL, Plan(date(2026, 12, 10), Span(time(22), time(0)))))
    assert entry.value("DTEND") == "20261211T000000"
    assert expanded(ical.of_event(LABEL, Plan(date(2026, 12, 10), Span(time(22), time(0))))) == [
        (datetime(2026, 12, 10, 20, tzinfo=UTC), datetime(2026, 12, 10, 22, tzinfo=UTC))
    ]
