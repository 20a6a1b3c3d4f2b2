"""When an event is: pure functions over its first date, how it recurs, and its changed dates.

Dates are local and times are wall times in Europe/Helsinki, as in `directory.hours`. How often it recurs is said as
RFC 5545 says it; every recurrence has an end, so all of its dates can be told.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property

from dateutil.rrule import MONTHLY, rrule, weekday

from kasper_site.directory import hours
from kasper_site.directory.hours import Span

LONGEST_DAYS = 3 * 366
_LAST_WEEK = 5


class Frequency(StrEnum):
    """How often an event is."""

    ONCE = "once"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"


@dataclass(frozen=True)
class Change:
    """What holds for one date instead of the plan: not held, or held at another time or on another day; a public note.

    `span` and `moved_to` are None where the plan's own hold.
    """

    day: date
    is_cancelled: bool = False
    span: Span | None = None
    moved_to: date | None = None
    note: str = ""


@dataclass(frozen=True)
class Plan:
    """When an event is meant to be. `until` is the last day that may be one, `times` how many dates there are.

    Dates that fall on a holiday or are cancelled count among the `times`, as calendars count them.
    """

    first: date
    span: Span
    frequency: Frequency = Frequency.ONCE
    until: date | None = None
    times: int | None = None
    changes: tuple[Change, ...] = ()
    is_on_holidays: bool = False


@dataclass(frozen=True)
class Occurrence:
    """One date of an event. `planned` is the day that the plan names, `day` the one on which it is held."""

    planned: date
    day: date
    span: Span
    is_cancelled: bool = False
    is_changed: bool = False
    is_retimed: bool = False
    note: str = ""

    @cached_property
    def start(self) -> datetime:
        """The moment of its start, in UTC."""
        return hours.at(self.day, self.span.opens).astimezone(UTC)

    @cached_property
    def end(self) -> datetime:
        """The moment of its end, in UTC; midnight is the day's end."""
        last = self.day + timedelta(days=1) if self.span.closes == hours.MIDNIGHT else self.day
        return hours.at(last, self.span.closes).astimezone(UTC)


def place_in_month(day: date) -> int:
    """Which of its weekday in the month a date is: 1 to 4, or -1 for a fifth, by which the last is meant."""
    number = (day.day - 1) // 7 + 1
    return -1 if number == _LAST_WEEK else number


def planned_days(plan: Plan) -> list[date]:
    """The days of the plan in order, whatever holiday or change there is; none later than the longest time allowed."""
    if plan.frequency == Frequency.ONCE:
        return [plan.first]
    limit = plan.first + timedelta(days=LONGEST_DAYS)
    until = min(plan.until or limit, limit)
    days = _monthly(plan.first, until) if plan.frequency == Frequency.MONTHLY else _weekly(plan, until)
    return days[: plan.times]


def _weekly(plan: Plan, until: date) -> list[date]:
    """Every week or every second one. Counted, for dateutil is slow where a list has many groups."""
    step = 7 if plan.frequency == Frequency.WEEKLY else 14
    return [plan.first + timedelta(number) for number in range(0, (until - plan.first).days + 1, step)]


def _monthly(first: date, until: date) -> list[date]:
    terms = {"dtstart": _noon(first), "until": _noon(until)}
    days = rrule(MONTHLY, byweekday=weekday(first.weekday(), place_in_month(first)), **terms)
    return [moment.date() for moment in days]


def held_days(plan: Plan) -> list[date]:
    """The days of the plan but those that a holiday takes away."""
    return [day for day in planned_days(plan) if _is_held(plan, day)]


def occurrences(plan: Plan) -> list[Occurrence]:
    """Every date of the event in the order in which it is held; cancelled ones too, for visitors want to know."""
    changes = {change.day: change for change in plan.changes}
    days = sorted({*held_days(plan), *(day for day in planned_days(plan) if day in changes)})
    found = [_occurrence(plan, day, changes.get(day)) for day in days]
    # A span that the clock change swallows is no occurrence.
    return sorted((one for one in found if one.start < one.end), key=_start)


def coming(plan: Plan, now: datetime) -> Iterator[Occurrence]:
    """The occurrences that have not ended at an aware moment, in order, each made only when it is asked for."""
    changes = {change.day: change for change in plan.changes}
    today = now.astimezone(hours.HELSINKI).date()
    planned = planned_days(plan)
    changed = sorted((_occurrence(plan, day, changes[day]) for day in planned if day in changes), key=_start)
    plain = (
        _occurrence(plan, day, None) for day in planned if day >= today and day not in changes and _is_held(plan, day)
    )
    return (one for one in heapq.merge(plain, changed, key=_start) if one.start < one.end and one.end > now)


def _start(one: Occurrence) -> tuple[datetime, date]:
    return one.start, one.planned  # two dates may be moved into one


def _is_held(plan: Plan, day: date) -> bool:
    """Whether no holiday takes the day away."""
    return plan.is_on_holidays or not hours.holiday_name(day)


def _occurrence(plan: Plan, day: date, change: Change | None) -> Occurrence:
    if change is None:
        return Occurrence(day, day, plan.span)
    if change.is_cancelled:
        return Occurrence(day, day, plan.span, is_cancelled=True, is_changed=True, note=change.note)
    span = change.span or plan.span
    is_retimed = span != plan.span
    return Occurrence(day, change.moved_to or day, span, is_changed=True, is_retimed=is_retimed, note=change.note)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12))
