"""The pure functions against brute force: every quarter of an hour is asked by itself, with other people's arithmetic.

Holidays come from the church's reckoning of Easter, clock changes from the EU's rule (2000/84/EC: one o'clock UTC on
the last Sundays of March and October), so neither the `holidays` library nor the time zone database is believed.
"""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kasper_site.directory import hours
from kasper_site.directory.hours import DayException, HolidayPolicy, Reason, Schedule, Span, WeeklyRule

QUARTER = timedelta(minutes=15)
DAYS_AHEAD = 9
A_DAY = 24 * 60


# --- The oracle -------------------------------------------------------------------------------------------------------
def easter(year: int) -> date:
    """Easter Sunday (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def saturday_from(day: date) -> date:
    return day + timedelta((5 - day.weekday()) % 7)


def is_holiday(day: date) -> bool:
    fixed = {(1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26)}
    midsummer, saints = saturday_from(date(day.year, 6, 20)), saturday_from(date(day.year, 10, 31))
    after_easter = (day - easter(day.year)).days in (-2, 0, 1, 39, 49)
    return (day.month, day.day) in fixed or after_easter or day in (midsummer, midsummer - timedelta(1), saints)


def last_sunday(year: int, month: int) -> date:
    end = date(year, month, 31)
    return end - timedelta((end.weekday() + 1) % 7)


def in_utc(day: date, minute: int) -> datetime:
    """The moment of a wall time: the first of a doubled one, a skipped one by the offset before it."""
    wall = datetime.combine(day, time(0)) + timedelta(minutes=minute)
    summer = datetime.combine(last_sunday(wall.year, 3), time(4)) <= wall
    is_over = datetime.combine(last_sunday(wall.year, 10), time(4)) <= wall
    return (wall - timedelta(hours=3 if summer and not is_over else 2)).replace(tzinfo=UTC)


def wall_day(moment: datetime) -> date:
    """The date in Helsinki at a moment."""
    start, end = (datetime.combine(last_sunday(moment.year, month), time(1), UTC) for month in (3, 10))
    return (moment + timedelta(hours=3 if start <= moment < end else 2)).date()


def spans_on(schedule: Schedule, day: date) -> list[Span]:
    named = [one for one in schedule.exceptions if one.day == day]
    if named:
        return [one.span for one in named if one.span]
    weekday = day.weekday()
    if is_holiday(day) and schedule.holiday_policy != HolidayPolicy.AS_USUAL:
        weekday = 7 if schedule.holiday_policy == HolidayPolicy.OWN_HOURS else -1
    valid = [rule for rule in schedule.rules if (rule.valid_from or day) <= day <= (rule.valid_until or day)]
    return [rule.span for rule in valid if rule.weekday == weekday]


def stretches(schedule: Schedule, day: date) -> list[tuple[datetime, datetime]]:
    minutes = [
        (s.opens.hour * 60 + s.opens.minute, s.closes.hour * 60 + s.closes.minute) for s in spans_on(schedule, day)
    ]
    return [(in_utc(day, start), in_utc(day, end or A_DAY)) for start, end in minutes]


def is_open_at(schedule: Schedule, moment: datetime) -> bool:
    near = (wall_day(moment) + timedelta(number) for number in (-1, 0, 1))
    return any(start <= moment < end for day in near for start, end in stretches(schedule, day))


# --- What is asked ----------------------------------------------------------------------------------------------------
any_quarter = st.integers(0, 95).map(lambda number: time(number // 4, number % 4 * 15))
# Midnight and the hours of the clock change as often as all others.
quarters = st.one_of(st.sampled_from([time(0), time(0), time(3), time(3, 30), time(4)]), any_quarter)
spans = (
    st.tuples(quarters, quarters).filter(lambda pair: pair[0] < pair[1] or pair[1] == time(0)).map(lambda p: Span(*p))
)
near_days = st.integers(-3, DAYS_AHEAD + 2)
# Days around which something happens: clock changes, holidays of all kinds, the year's end, week 53.
EDGES = [
    *(last_sunday(year, month) for year in (2026, 2028) for month in (3, 10)),
    *(easter(year) + timedelta(number) for year in (2027, 2029) for number in (-2, 1, 39)),
    *(date(2026, 12, day) for day in (6, 24, 31)),
    date(2027, 1, 3),
    date(2027, 6, 25),
    date(2028, 2, 29),
]


@st.composite
def questions(draw):
    """A schedule, and a moment near an edge."""
    first = draw(st.one_of(st.sampled_from(EDGES), st.dates(date(2024, 1, 1), date(2032, 12, 31))))

    def some_day() -> date | None:
        return draw(st.one_of(st.none(), st.none(), near_days.map(lambda number: first + timedelta(number))))

    # Every other rule is for the edge, the day before it or the day after.
    weekdays = st.one_of(st.integers(-1, 1).map(lambda number: (first.weekday() + number) % 7), st.integers(0, 7))
    rules = [WeeklyRule(draw(weekdays), draw(spans), some_day(), some_day()) for _ in range(draw(st.integers(0, 6)))]
    exceptions = [
        DayException(first + timedelta(draw(near_days)), draw(st.one_of(st.none(), spans)))
        for _ in range(draw(st.integers(0, 3)))
    ]
    schedule = Schedule(tuple(rules), tuple(exceptions), draw(st.sampled_from(HolidayPolicy)))
    seconds = draw(st.integers(0, 2 * 96)) * 900 + draw(st.sampled_from([0, 0, -1, 1, 450]))
    return schedule, datetime.combine(first, time(0), UTC) - timedelta(hours=3) + timedelta(seconds=seconds)


@settings(max_examples=400, deadline=None)
@given(questions())
def test_every_answer_is_what_brute_force_finds(question):
    schedule, moment = question
    state = hours.state(schedule, moment)
    assert state.is_open == is_open_at(schedule, moment)

    first = moment.replace(minute=moment.minute // 15 * 15, second=0) + QUARTER
    ticks = [first + QUARTER * number for number in range(DAYS_AHEAD * 96)]
    seen = [state.is_open, *(is_open_at(schedule, tick) for tick in ticks)]
    changes = [(tick, now) for tick, before, now in zip(ticks, seen, seen[1:], strict=False) if before != now]
    closes = next((tick for tick, now in changes if not now), None) if state.is_open else None
    opens = next((tick for tick, now in changes if now), None)
    assert within(state.until, ticks[-1]) == closes
    assert within(state.next_open, ticks[-1]) == opens


def within(moment: datetime | None, last: datetime) -> datetime | None:
    return moment if moment and moment <= last else None


@settings(max_examples=200, deadline=None)
@given(questions())
def test_the_reason_is_the_days_own_or_a_break(question):
    schedule, moment = question
    state = hours.state(schedule, moment)
    day = wall_day(moment)
    if state.reason == Reason.BREAK:
        around = stretches(schedule, day)
        assert not state.is_open
        assert any(end <= moment for _start, end in around)
        assert any(start > moment for start, _end in around)
    elif any(one.day == day for one in schedule.exceptions):
        assert state.reason == Reason.EXCEPTION
    else:
        is_ruled = is_holiday(day) and schedule.holiday_policy != HolidayPolicy.AS_USUAL
        assert state.reason == (Reason.HOLIDAY if is_ruled else Reason.WEEKLY)


@given(st.dates(date(2015, 1, 1), date(2060, 12, 31)))
def test_the_library_knows_the_same_holidays(day):
    assert bool(hours.holiday_name(day)) == is_holiday(day)
