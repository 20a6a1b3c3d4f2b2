"""The years 2026–2030 worked by hand, for what is open daily 9–15 and closed on public holidays.

From the almanac: Easter, Ascension (the 39th day after it), Midsummer (the Saturday of 20–26 June), the fixed days.
"""

from datetime import date, datetime, time, timedelta

import pytest

from kasper_site.directory import hours
from kasper_site.directory.hours import HELSINKI, Reason, Schedule, Span, WeeklyRule

DAILY = Schedule(tuple(WeeklyRule(day, Span(time(9), time(15))) for day in range(7)))

# The last day before that is open, the closed days, the first day after that is open: in day.month. of the year.
CLOSED = [
    (2026, "31.12.2025", "1.1.", "2.1."),  # New Year
    (2026, "5.1.", "6.1.", "7.1."),  # Epiphany
    (2026, "2.4.", "3.4.", "4.4."),  # Good Friday; the Saturday is an ordinary day
    (2026, "4.4.", "5.4. 6.4.", "7.4."),  # Easter
    (2026, "30.4.", "1.5.", "2.5."),  # May Day; its eve is an ordinary day
    (2026, "13.5.", "14.5.", "15.5."),  # Ascension
    (2026, "18.6.", "19.6. 20.6.", "21.6."),  # Midsummer with its eve
    (2026, "30.10.", "31.10.", "1.11."),  # All Saints
    (2026, "5.12.", "6.12.", "7.12."),  # Independence Day
    (2026, "23.12.", "24.12. 25.12. 26.12.", "27.12."),  # Christmas with its eve
    (2027, "25.3.", "26.3.", "27.3."),
    (2027, "27.3.", "28.3. 29.3.", "30.3."),  # Easter Sunday is the day of the clock change
    (2027, "30.4.", "1.5.", "2.5."),
    (2027, "5.5.", "6.5.", "7.5."),
    (2027, "24.6.", "25.6. 26.6.", "27.6."),
    (2027, "5.12.", "6.12.", "7.12."),
    (2027, "23.12.", "24.12. 25.12. 26.12.", "27.12."),
    (2028, "13.4.", "14.4.", "15.4."),
    (2028, "15.4.", "16.4. 17.4.", "18.4."),
    (2028, "30.4.", "1.5.", "2.5."),
    (2028, "24.5.", "25.5.", "26.5."),
    (2028, "22.6.", "23.6. 24.6.", "25.6."),
    (2028, "5.12.", "6.12.", "7.12."),
    (2028, "23.12.", "24.12. 25.12. 26.12.", "27.12."),
    (2029, "29.3.", "30.3.", "31.3."),
    (2029, "31.3.", "1.4. 2.4.", "3.4."),
    (2029, "30.4.", "1.5.", "2.5."),
    (2029, "9.5.", "10.5.", "11.5."),
    (2029, "21.6.", "22.6. 23.6.", "24.6."),
    (2029, "5.12.", "6.12.", "7.12."),
    (2029, "23.12.", "24.12. 25.12. 26.12.", "27.12."),
    (2030, "18.4.", "19.4.", "20.4."),
    (2030, "20.4.", "21.4. 22.4.", "23.4."),
    (2030, "30.4.", "1.5.", "2.5."),
    (2030, "29.5.", "30.5.", "31.5."),
    (2030, "20.6.", "21.6. 22.6.", "23.6."),
    (2030, "5.12.", "6.12.", "7.12."),
    (2030, "23.12.", "24.12. 25.12. 26.12.", "27.12."),
]

# The days of the clock changes, with the offset from UTC, in hours, of the opening at 9 the day before and on the day.
CLOCK_CHANGES = [
    (date(2026, 3, 29), 2, 3),
    (date(2026, 10, 25), 3, 2),
    (date(2028, 3, 26), 2, 3),
    (date(2027, 10, 31), 3, 2),
    (date(2028, 10, 29), 3, 2),
    (date(2029, 3, 25), 2, 3),
    (date(2029, 10, 28), 3, 2),
    (date(2030, 3, 31), 2, 3),
    (date(2030, 10, 27), 3, 2),
]


def day(text: str, year: int) -> date:
    number, month, own_year = text.split(".")
    return date(int(own_year or year), int(month), int(number))


def noon(one: date) -> datetime:
    return datetime.combine(one, time(12), HELSINKI)


@pytest.mark.parametrize(("year", "before", "closed", "after"), CLOSED)
def test_the_holidays_of_five_years(year, before, closed, after):
    assert hours.state(DAILY, noon(day(before, year))).is_open
    opens = datetime.combine(day(after, year), time(9), HELSINKI)
    assert hours.state(DAILY, noon(day(before, year))).next_open == opens
    for one in closed.split():
        state = hours.state(DAILY, noon(day(one, year)))
        assert (state.is_open, state.reason, state.next_open) == (False, Reason.HOLIDAY, opens), one


@pytest.mark.parametrize("year", range(2026, 2031))
def test_a_year_has_as_many_closed_days_as_the_almanac(year):
    first = date(year, 1, 1)
    names = [hours.holiday_name(first + timedelta(days=number)) for number in range(365)]
    # Thirteen public holidays and the two eves; none of them is the last day of a leap year.
    assert len([name for name in names if name]) == 15


@pytest.mark.parametrize(("changes_on", "before", "after"), CLOCK_CHANGES)
def test_the_clock_changes_of_five_years(changes_on, before, after):
    for one, offset in ((changes_on - timedelta(days=1), before), (changes_on, after)):
        opens = datetime.fromisoformat(f"{one}T09:00+0{offset}:00")
        assert not hours.state(DAILY, opens - timedelta(seconds=1)).is_open
        state = hours.state(DAILY, opens)
        assert (state.is_open, state.until - opens) == (True, timedelta(hours=6))


def test_the_year_2026_has_a_53rd_week():
    tukiluuri = Schedule((WeeklyRule(2, Span(time(10), time(12))),))
    assert date(2026, 12, 30).isocalendar().week == 53
    assert hours.state(tukiluuri, noon(date(2026, 12, 29))).next_open == datetime(2026, 12, 30, 10, tzinfo=HELSINKI)
    # The Wednesday after that is Epiphany.
    assert hours.state(tukiluuri, noon(date(2027, 1, 3))).next_open == datetime(2027, 1, 13, 10, tzinfo=HELSINKI)
