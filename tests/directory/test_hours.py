"""Open or closed, until when, and when next: at every edge, in Finnish time."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasper_site.directory import hours
from kasper_site.directory.hours import HELSINKI, DayException, Schedule, Span, WeeklyRule

MORNING = Span(time(10), time(12))
TUKILUURI = Schedule((WeeklyRule(2, MORNING),))


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


@pytest.mark.parametrize(
    ("now", "is_open", "until", "next_open"),
    [
        ("2026-11-25T09:59:59", False, None, "2026-11-25T10:00"),
        ("2026-11-25T10:00:00", True, "2026-11-25T12:00", "2026-12-02T10:00"),
        ("2026-11-25T11:59:59", True, "2026-11-25T12:00", "2026-12-02T10:00"),
        ("2026-11-25T12:00:00", False, None, "2026-12-02T10:00"),
        ("2026-12-31T23:59:59", False, None, "2027-01-13T10:00"),  # Wed 6 January 2027 is Epiphany
    ],
)
def test_tukiluuri_at_its_edges(now, is_open, until, next_open):
    state = hours.state(TUKILUURI, moment(now))
    assert state.is_open is is_open
    assert state.until == (moment(until) if until else None)
    assert state.next_open == moment(next_open)


def test_a_holiday_closes_and_is_named():
    day = hours.day_of(TUKILUURI, date(2027, 1, 6))
    assert (day.spans, day.reason, day.note) == ((), "holiday", "Loppiainen")


def test_a_schedule_may_ignore_holidays():
    schedule = Schedule(TUKILUURI.rules, is_closed_on_holidays=False)
    assert hours.state(schedule, moment("2027-01-06T10:30")).is_open


def test_a_dated_exception_rules_the_whole_day():
    other = DayException(date(2026, 11, 25), Span(time(14), time(15)), "koulutus")
    schedule = Schedule(TUKILUURI.rules, (other,))
    assert not hours.state(schedule, moment("2026-11-25T10:30")).is_open
    assert hours.state(schedule, moment("2026-11-25T14:00")).is_open
    assert hours.day_of(schedule, other.day).note == "koulutus"


def test_an_exception_opens_a_holiday():
    schedule = Schedule((), (DayException(date(2026, 12, 6), MORNING),))
    assert hours.state(schedule, moment("2026-12-06T10:00")).is_open


def test_rules_hold_only_while_valid():
    schedule = Schedule((WeeklyRule(2, MORNING, date(2026, 12, 1), date(2026, 12, 9)),))
    assert hours.state(schedule, moment("2026-11-25T10:30")).next_open == moment("2026-12-02T10:00")
    assert hours.state(schedule, moment("2026-12-09T10:30")).next_open is None


def test_several_spans_a_day():
    schedule = Schedule((WeeklyRule(2, MORNING), WeeklyRule(2, Span(time(13), time(15)))))
    between = hours.state(schedule, moment("2026-11-25T12:30"))
    assert (between.is_open, between.next_open) == (False, moment("2026-11-25T13:00"))


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_wall_time_holds_on_the_days_of_clock_change(day):
    schedule = Schedule((WeeklyRule(6, MORNING),), is_closed_on_holidays=False)
    assert not hours.state(schedule, moment(f"{day}T09:59:59")).is_open
    assert hours.state(schedule, moment(f"{day}T10:00:00")).until == moment(f"{day}T12:00")


def test_nothing_is_promised_without_rules():
    state = hours.state(Schedule(), moment("2026-11-25T10:30"))
    assert (state.is_open, state.until, state.next_open) == (False, None, None)


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 31)),
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 22), st.integers(1, 23)), max_size=6),
)
def test_state_agrees_with_the_day(naive, raw_rules):
    rules = tuple(WeeklyRule(day, Span(time(a), time(b))) for day, a, b in raw_rules if a < b)
    now = naive.replace(tzinfo=HELSINKI)
    state = hours.state(Schedule(rules), now)
    spans = hours.day_of(Schedule(rules), now.date()).spans
    assert state.is_open == any(hours.at(now.date(), s.opens) <= now < hours.at(now.date(), s.closes) for s in spans)
    if state.next_open:
        assert state.next_open > now
        assert hours.state(Schedule(rules), state.next_open).is_open


def test_spans_that_touch_or_overlap_are_one():
    rules = tuple(WeeklyRule(1, Span(time(a), time(b))) for a, b in ((9, 12), (12, 15), (11, 13)))
    state = hours.state(Schedule(rules), moment("2026-11-24T10:00"))
    assert state.until == moment("2026-11-24T15:00")
    assert state.next_open == moment("2026-12-01T09:00")
