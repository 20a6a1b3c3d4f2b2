"""When events are: recurrence, holidays, changed dates, clock changes."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from kasper_site.directory.calendar.occurrences import Change, Frequency, Plan, coming, occurrences
from kasper_site.directory.hours import Span

EVENING = Span(time(17), time(19))


def days(plan: Plan) -> list[str]:
    return [f"{one.day:%Y-%m-%d}" for one in occurrences(plan)]


def test_once():
    assert days(Plan(date(2026, 11, 26), EVENING)) == ["2026-11-26"]


def test_weekly_until_a_day_that_counts_itself():
    plan = Plan(date(2026, 11, 26), EVENING, Frequency.WEEKLY, until=date(2026, 12, 10))
    assert days(plan) == ["2026-11-26", "2026-12-03", "2026-12-10"]


def test_every_second_week_keeps_its_step_over_the_53rd_week():
    plan = Plan(date(2026, 12, 17), EVENING, Frequency.FORTNIGHTLY, times=3)
    assert days(plan) == ["2026-12-17", "2026-12-31", "2027-01-14"]


@pytest.mark.parametrize(
    ("first", "found"),
    [
        (date(2026, 11, 12), ["2026-11-12", "2026-12-10", "2027-01-14"]),  # the second Thursday
        (date(2026, 11, 26), ["2026-11-26", "2027-01-28", "2027-02-25"]),  # the fourth; Christmas Eve is a holiday
        (date(2026, 10, 29), ["2026-10-29", "2026-11-26", "2026-12-31"]),  # a fifth is the last
    ],
)
def test_monthly_on_the_same_weekday(first, found):
    assert days(Plan(first, EVENING, Frequency.MONTHLY, until=date(2027, 2, 28)))[:3] == found


def test_a_holiday_is_skipped_and_counts_among_the_times():
    plan = Plan(date(2026, 12, 17), EVENING, Frequency.WEEKLY, times=3)
    assert days(plan) == ["2026-12-17", "2026-12-31"]
    as_usual = Plan(date(2026, 12, 17), EVENING, Frequency.WEEKLY, times=3, is_on_holidays=True)
    assert days(as_usual) == ["2026-12-17", "2026-12-24", "2026-12-31"]


def test_a_changed_date_goes_before_a_holiday():
    change = Change(date(2026, 12, 24), span=Span(time(10), time(11)), note="Joulukahvit")
    plan = Plan(date(2026, 12, 17), EVENING, Frequency.WEEKLY, times=3, changes=(change,))
    christmas = occurrences(plan)[1]
    assert (christmas.span, christmas.note, christmas.is_changed) == (change.span, "Joulukahvit", True)


def test_a_cancelled_date_is_told_and_a_moved_one_stands_in_its_new_place():
    changes = (
        Change(date(2026, 11, 26), is_cancelled=True, note="Ohjaaja on sairaana"),
        Change(date(2026, 12, 3), moved_to=date(2026, 12, 11)),
    )
    found = occurrences(Plan(date(2026, 11, 26), EVENING, Frequency.WEEKLY, times=3, changes=changes))
    assert [(one.day.day, one.planned.day, one.is_cancelled) for one in found] == [
        (26, 26, True),
        (10, 10, False),
        (11, 3, False),
    ]


def test_a_change_of_a_day_that_is_none_of_the_event_does_nothing():
    plan = Plan(date(2026, 11, 26), EVENING, changes=(Change(date(2026, 11, 27), is_cancelled=True),))
    assert days(plan) == ["2026-11-26"]


def test_the_clock_on_the_wall_stays_when_it_changes():
    first, second = occurrences(Plan(date(2027, 3, 25), EVENING, Frequency.WEEKLY, times=2))
    assert (first.start.hour, second.start.hour) == (15, 14)


def test_what_the_clock_change_swallows_is_no_occurrence():
    assert days(Plan(date(2027, 3, 28), Span(time(3), time(4)), is_on_holidays=True)) == []


def test_a_long_recurrence_ends_after_three_years():
    assert len(occurrences(Plan(date(2026, 1, 1), EVENING, Frequency.WEEKLY, is_on_holidays=True))) == 157


def test_what_goes_on_now_is_still_coming():
    plan = Plan(date(2026, 11, 26), EVENING, Frequency.WEEKLY, times=2)
    during, after = (datetime(2026, 11, 26, hour, tzinfo=UTC) for hour in (16, 17))
    assert len(list(coming(plan, during))) == 2
    assert len(list(coming(plan, after))) == 1


@pytest.mark.parametrize("frequency", [Frequency.ONCE, Frequency.WEEKLY, Frequency.FORTNIGHTLY, Frequency.MONTHLY])
def test_what_is_coming_is_what_has_not_ended_in_the_order_in_which_it_is_held(frequency):
    first = date(2026, 10, 25)  # the clock changes on that night; a date is moved far, one near, one cancelled
    span = Span(time(3, 30), time(4, 30))
    changes = () if frequency == Frequency.ONCE else tuple(_changes(first))
    times = None if frequency == Frequency.ONCE else 20
    plan = Plan(first, span, frequency, times=times, changes=changes)
    for now in (datetime(2026, 10, 25, 2, 15, tzinfo=UTC), datetime(2026, 12, 6, 1, tzinfo=UTC)):
        assert list(coming(plan, now)) == [one for one in occurrences(plan) if one.end > now]


def _changes(first: date):
    days = [first + timedelta(days=7 * week) for week in range(30)]
    yield Change(days[0], moved_to=days[9])
    yield Change(days[4], moved_to=days[2])
    yield Change(days[8], is_cancelled=True)
    yield Change(days[12], span=Span(time(10), time(11)))
