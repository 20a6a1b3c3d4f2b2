"""Open or closed, until when, and when next: at every edge, in Finnish time."""

from datetime import date, datetime, time, timedelta

import pytest

from kasper_site.directory import hours
from kasper_site.directory.hours import HELSINKI, DayException, HolidayPolicy, Reason, Schedule, Span, WeeklyRule

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
    schedule = Schedule(TUKILUURI.rules, holiday_policy=HolidayPolicy.AS_USUAL)
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
    assert between.reason == Reason.BREAK
    assert hours.state(schedule, moment("2026-11-25T09:00")).reason == Reason.WEEKLY
    assert hours.state(schedule, moment("2026-11-25T15:00")).reason == Reason.WEEKLY


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_wall_time_holds_on_the_days_of_clock_change(day):
    schedule = Schedule((WeeklyRule(6, MORNING),), holiday_policy=HolidayPolicy.AS_USUAL)
    assert not hours.state(schedule, moment(f"{day}T09:59:59")).is_open
    assert hours.state(schedule, moment(f"{day}T10:00:00")).until == moment(f"{day}T12:00")


def test_nothing_is_promised_without_rules():
    state = hours.state(Schedule(), moment("2026-11-25T10:30"))
    assert (state.is_open, state.until, state.next_open) == (False, None, None)


def test_spans_that_touch_or_overlap_are_one():
    rules = tuple(WeeklyRule(1, Span(time(a), time(b))) for a, b in ((9, 12), (12, 15), (11, 13)))
    state = hours.state(Schedule(rules), moment("2026-11-24T10:00"))
    assert state.until == moment("2026-11-24T15:00")
    assert state.next_open == moment("2026-12-01T09:00")


# --- Holidays by policy -----------------------------------------------------------------------------------------------
EPIPHANY = "2027-01-06"
OWN = Schedule((*TUKILUURI.rules, WeeklyRule(7, Span(time(13), time(14)))), holiday_policy=HolidayPolicy.OWN_HOURS)


@pytest.mark.parametrize(("clock", "is_open"), [("10:30", False), ("13:00", True), ("14:00", False)])
def test_a_holiday_has_its_own_hours(clock, is_open):
    state = hours.state(OWN, moment(f"{EPIPHANY}T{clock}"))
    assert (state.is_open, state.reason) == (is_open, Reason.HOLIDAY)


def test_holiday_hours_hold_on_no_other_day():
    closed = Schedule(OWN.rules)
    assert not hours.state(closed, moment(f"{EPIPHANY}T13:00")).is_open
    assert not hours.state(OWN, moment("2027-01-13T13:00")).is_open


def test_holiday_hours_are_valid_in_their_time():
    rule = WeeklyRule(7, MORNING, valid_until=date(2027, 1, 1))
    schedule = Schedule((rule,), holiday_policy=HolidayPolicy.OWN_HOURS)
    assert hours.state(schedule, moment("2027-01-01T10:00")).is_open
    assert not hours.state(schedule, moment(f"{EPIPHANY}T10:00")).is_open


@pytest.mark.parametrize(
    ("language", "name"), [("fi", "Itsenäisyyspäivä"), ("sv", "Självständighetsdagen"), ("en", "Independence Day")]
)
def test_a_holiday_has_its_name_in_each_language(language, name):
    assert hours.holiday_name(date(2026, 12, 6), language) == name


@pytest.mark.parametrize("eve", ["2026-12-31", "2027-04-30", "2027-01-05", "2027-03-27", "2026-10-30", "2026-12-05"])
def test_other_eves_are_ordinary_days(eve):
    assert hours.holiday_name(date.fromisoformat(eve)) == ""


# --- Midnight ---------------------------------------------------------------------------------------------------------
NIGHT = Schedule(
    (WeeklyRule(4, Span(time(22), time(0))), WeeklyRule(5, Span(time(0), time(3)))), (), HolidayPolicy.AS_USUAL
)
ALWAYS = Schedule(tuple(WeeklyRule(day, Span(time(0), time(0))) for day in range(7)), (), HolidayPolicy.AS_USUAL)


@pytest.mark.parametrize(
    ("now", "is_open", "until", "next_open"),
    [
        ("2026-11-27T21:59:59", False, None, "2026-11-27T22:00"),
        ("2026-11-27T23:59:59", True, "2026-11-28T03:00", "2026-12-04T22:00"),
        ("2026-11-28T00:00", True, "2026-11-28T03:00", "2026-12-04T22:00"),
        ("2026-11-28T03:00", False, None, "2026-12-04T22:00"),
    ],
)
def test_a_night_is_one_opening(now, is_open, until, next_open):
    state = hours.state(NIGHT, moment(now))
    assert (state.is_open, state.until) == (is_open, moment(until) if until else None)
    assert state.next_open == moment(next_open)


def test_a_day_may_end_at_midnight():
    schedule = Schedule((WeeklyRule(0, Span(time(18), time(0))),))
    assert hours.state(schedule, moment("2026-11-23T23:59:59")).until == moment("2026-11-24T00:00")
    assert not hours.state(schedule, moment("2026-11-24T00:00")).is_open


def test_what_is_always_open_has_no_end():
    state = hours.state(ALWAYS, moment("2026-11-25T10:30"))
    assert (state.is_open, state.until, state.next_open) == (True, None, None)


# --- Clock changes ----------------------------------------------------------------------------------------------------
def sunday(opens: time, closes: time) -> Schedule:
    return Schedule((WeeklyRule(6, Span(opens, closes)),), (), HolidayPolicy.AS_USUAL)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+00:00")


@pytest.mark.parametrize(
    ("schedule", "opens", "closes"),
    [
        (sunday(time(2), time(5)), "2026-03-29T00:00", "2026-03-29T02:00"),  # two hours by the watch
        (sunday(time(3), time(5)), "2026-03-29T01:00", "2026-03-29T02:00"),  # from the skipped hour on
        (sunday(time(2), time(5)), "2026-10-24T23:00", "2026-10-25T03:00"),  # four hours
        (sunday(time(2), time(3, 30)), "2026-10-24T23:00", "2026-10-25T00:30"),  # closes at the first 3.30, for good
        (sunday(time(3, 30), time(5)), "2026-10-25T00:30", "2026-10-25T03:00"),  # opens at the first 3.30
    ],
)
def test_a_span_over_a_clock_change(schedule, opens, closes):
    start, end = utc(opens), utc(closes)
    second = timedelta(seconds=1)
    answers = [hours.state(schedule, one).is_open for one in (start - second, start, end - second, end)]
    assert answers == [False, True, True, False]
    assert hours.state(schedule, start).until == end


def test_a_span_inside_the_skipped_hour_is_empty():
    state = hours.state(sunday(time(3), time(4)), utc("2026-03-29T01:00"))
    assert (state.is_open, state.next_open) == (False, utc("2026-04-05T00:00"))


def test_only_days_that_matter_are_told():
    told = hours.days_to_tell(TUKILUURI, date(2026, 12, 1), 40)
    # The Sunday 6.12. and Christmas's Thursday to Saturday take nothing away; Epiphany is a Wednesday.
    assert [(day.day.isoformat(), day.reason) for day in told] == [
        *((f"2026-12-{number:02}", Reason.WEEKLY) for number in (2, 9, 16, 23, 30)),
        ("2027-01-06", Reason.HOLIDAY),
    ]
