"""When a service or place is open: pure functions over rules, without database or request.

All times are local wall time in Europe/Helsinki; spans are half-open (open at 9.00, closed at 15.00 sharp).
A dated exception rules the whole day; a public holiday closes it unless the schedule says otherwise; else the
weekly rules that are valid on that day hold.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

HELSINKI = ZoneInfo("Europe/Helsinki")
HORIZON_DAYS = 400


@dataclass(frozen=True, order=True)
class Span:
    """A half-open stretch of local wall time within one day."""

    opens: time
    closes: time


@dataclass(frozen=True)
class WeeklyRule:
    """A span on one weekday (0 = Monday), valid from–until where those are set (both days included)."""

    weekday: int
    span: Span
    valid_from: date | None = None
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the rule is valid on that day."""
        return (
            day.weekday() == self.weekday
            and (self.valid_from is None or self.valid_from <= day)
            and (self.valid_until is None or day <= self.valid_until)
        )


@dataclass(frozen=True)
class DayException:
    """What holds on one date instead of everything else: closed (no span) or other hours, with a public note."""

    day: date
    span: Span | None = None
    note: str = ""


@dataclass(frozen=True)
class Schedule:
    """All the rules of one service or place."""

    rules: tuple[WeeklyRule, ...] = ()
    exceptions: tuple[DayException, ...] = ()
    is_closed_on_holidays: bool = True


@dataclass(frozen=True)
class Day:
    """One date's spans and the reason for them: weekly, exception or holiday."""

    day: date
    spans: tuple[Span, ...]
    reason: str = "weekly"
    note: str = ""


@dataclass(frozen=True)
class State:
    """The answer for a moment: open until when, or closed until when. Moments are aware; None is 'not known'."""

    is_open: bool
    until: datetime | None = None
    next_open: datetime | None = None
    day: Day = field(default=None)


@lru_cache(maxsize=8)
def _holidays(year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("FI", years=year, language="fi"))


def holiday_name(day: date) -> str:
    """The Finnish name of the public holiday on that day, or ""."""
    return _holidays(day.year).get(day, "")


def day_of(schedule: Schedule, day: date) -> Day:
    """The spans that hold on one date."""
    exceptions = [exception for exception in schedule.exceptions if exception.day == day]
    if exceptions:
        spans = merged(exception.span for exception in exceptions if exception.span)
        note = next((exception.note for exception in exceptions if exception.note), "")
        return Day(day, spans, "exception", note)
    if schedule.is_closed_on_holidays and holiday_name(day):
        return Day(day, (), "holiday", holiday_name(day))
    return Day(day, merged(rule.span for rule in schedule.rules if rule.holds_on(day)))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap as one: from 9 to 12 and from 12 to 15 is from 9 to 15."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.opens <= found[-1].closes:
            found[-1] = Span(found[-1].opens, max(found[-1].closes, span.closes))
        else:
            found.append(span)
    return tuple(found)


def days(schedule: Schedule, first: date, count: int) -> Iterable[Day]:
    """The next `count` days from `first` on."""
    return (day_of(schedule, first + timedelta(days=number)) for number in range(count))


def at(day: date, clock: time) -> datetime:
    """The aware moment of a local wall time; of a doubled hour the first."""
    return datetime.combine(day, clock, tzinfo=HELSINKI)


def state(schedule: Schedule, moment: datetime) -> State:
    """Whether the schedule is open at an aware `moment`, until when, and when it opens next."""
    local = moment.astimezone(HELSINKI)
    today = day_of(schedule, local.date())
    current = next(
        (span for span in today.spans if at(today.day, span.opens) <= moment < at(today.day, span.closes)), None
    )
    until = at(today.day, current.closes) if current else None
    return State(bool(current), until, _next_open(schedule, moment), today)


def _next_open(schedule: Schedule, moment: datetime) -> datetime | None:
    """The next opening after `moment`, within the horizon."""
    for day in days(schedule, moment.astimezone(HELSINKI).date(), HORIZON_DAYS):
        for span in day.spans:
            opens = at(day.day, span.opens)
            if opens > moment:
                return opens
    return None
