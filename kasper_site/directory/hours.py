"""When a service or place is open: pure functions over rules, without database or request.

Times are local wall times in Europe/Helsinki. A span is half-open: open at 9.00, closed at 15.00 sharp; one that closes
at 0.00 lasts until midnight and goes on where the next day opens at 0.00. A dated exception rules its whole day; on a
public holiday the schedule's policy does; else the weekly rules that are valid on that day.

A wall time that the clock change doubles is the first of the two; one that it skips counts with the offset before it
(RFC 5545, 3.3.5), so a span inside the skipped hour is empty, and calendars agree with the pages.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

HELSINKI = ZoneInfo("Europe/Helsinki")
HORIZON_DAYS = 400
PUBLIC_HOLIDAY = 7
MIDNIGHT = time(0)
_MINUTES_A_DAY = 24 * 60
_HOLIDAY_LANGUAGES = {"fi": "fi", "sv": "sv_FI", "en": "en_US"}


class HolidayPolicy(StrEnum):
    """What a public holiday does to the weekly hours."""

    CLOSED = "closed"
    AS_USUAL = "as_usual"
    OWN_HOURS = "own_hours"


class Reason(StrEnum):
    """Why it is open or closed."""

    WEEKLY = "weekly"
    HOLIDAY = "holiday"
    EXCEPTION = "exception"
    BREAK = "break"


@dataclass(frozen=True)
class Span:
    """A half-open stretch of local wall time within one day; `closes` at midnight is the day's end."""

    opens: time
    closes: time

    @property
    def minutes(self) -> tuple[int, int]:
        """From and until, in minutes of the day; the end is at most 1440."""
        return _minute(self.opens), _minute(self.closes) or _MINUTES_A_DAY

    def overlaps(self, other: "Span") -> bool:
        """Whether some minute lies in both."""
        (start, end), (other_start, other_end) = self.minutes, other.minutes
        return start < other_end and other_start < end


@dataclass(frozen=True)
class WeeklyRule:
    """A span on one weekday (0 = Monday, 7 = public holidays), valid from–until where set (both days included)."""

    weekday: int
    span: Span
    valid_from: date | None = None
    valid_until: date | None = None

    def holds_on(self, day: date, weekday: int | None = None) -> bool:
        """Whether the rule is valid on that day, or on it as on another `weekday`."""
        return (
            (day.weekday() if weekday is None else weekday) == self.weekday
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
    holiday_policy: HolidayPolicy = HolidayPolicy.CLOSED


ALWAYS = Schedule(
    tuple(WeeklyRule(weekday, Span(MIDNIGHT, MIDNIGHT)) for weekday in range(7)), (), HolidayPolicy.AS_USUAL
)


@dataclass(frozen=True)
class Day:
    """One date's spans and the reason for them: weekly, exception or holiday; the note is public."""

    day: date
    spans: tuple[Span, ...]
    reason: Reason = Reason.WEEKLY
    note: str = ""


@dataclass(frozen=True)
class Opening:
    """A stretch of real time in which it is open: aware moments in UTC, the end not included."""

    start: datetime
    end: datetime


@dataclass(frozen=True)
class State:
    """The answer for a moment: open until when, or closed until when, and why.

    Moments are in UTC, for those of one zone are compared by their wall times, which a clock change doubles; None is
    "not within the horizon": what is always open has no `until`.
    """

    is_open: bool
    until: datetime | None = None
    next_open: datetime | None = None
    reason: Reason = Reason.WEEKLY
    day: Day = field(default=None)


# --- Days -------------------------------------------------------------------------------------------------------------
@lru_cache(maxsize=24)
def _holidays(year: int, language: str) -> dict[date, str]:
    return dict(holidays.country_holidays("FI", years=year, language=_HOLIDAY_LANGUAGES[language]))


def holiday_name(day: date, language: str = "fi") -> str:
    """The name of the public holiday on that day in fi, sv or en, or "".

    Midsummer Eve and Christmas Eve count as holidays: by law they are none, but everybody has them free (and the
    library has them). Other eves are ordinary days.
    """
    return _holidays(day.year, language).get(day, "")


def is_eve(day: date) -> bool:
    """Whether a public holiday follows, as on New Year's Eve; not before the two eves that count as holidays."""
    following = holiday_name(day + timedelta(days=1), "en")
    return bool(following) and not following.endswith(" Eve") and not holiday_name(day)


def day_of(schedule: Schedule, day: date) -> Day:
    """The spans that hold on one date."""
    exceptions = [exception for exception in schedule.exceptions if exception.day == day]
    if exceptions:
        spans = merged(exception.span for exception in exceptions if exception.span)
        note = next((exception.note for exception in exceptions if exception.note), "")
        return Day(day, spans, Reason.EXCEPTION, note)
    name = holiday_name(day)
    if name and schedule.holiday_policy != HolidayPolicy.AS_USUAL:
        return Day(day, _holiday_spans(schedule, day), Reason.HOLIDAY, name)
    return Day(day, usual_spans(schedule, day))


def usual_spans(schedule: Schedule, day: date) -> tuple[Span, ...]:
    """The spans of that weekday, whatever exception or holiday there is."""
    return merged(rule.span for rule in schedule.rules if rule.holds_on(day))


def days_to_tell(schedule: Schedule, first: date, count: int) -> Iterator[Day]:
    """Of the next `count` days those that a visitor wants to know: open, or closed where one would expect it open."""
    for day in days(schedule, first, count):
        if day.spans or day.reason == Reason.EXCEPTION or usual_spans(schedule, day.day):
            yield day


def _holiday_spans(schedule: Schedule, day: date) -> tuple[Span, ...]:
    if schedule.holiday_policy == HolidayPolicy.CLOSED:
        return ()
    return merged(rule.span for rule in schedule.rules if rule.holds_on(day, PUBLIC_HOLIDAY))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap as one: from 9 to 12 and from 12 to 15 is from 9 to 15."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: one.minutes):
        if found and span.minutes[0] <= found[-1].minutes[1]:
            found[-1] = Span(found[-1].opens, max(found[-1], span, key=lambda one: one.minutes[1]).closes)
        else:
            found.append(span)
    return tuple(found)


def days(schedule: Schedule, first: date, count: int) -> Iterable[Day]:
    """The next `count` days from `first` on."""
    return (day_of(schedule, first + timedelta(days=number)) for number in range(count))


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


# --- Moments ----------------------------------------------------------------------------------------------------------
def at(day: date, clock: time) -> datetime:
    """The aware moment, in Helsinki time, of a local wall time: of a doubled hour the first."""
    return datetime.combine(day, clock, tzinfo=HELSINKI)


def openings(schedule: Schedule, first: date, count: int = HORIZON_DAYS) -> Iterator[Opening]:
    """The stretches of real time that begin on `count` days from `first` on, in order, over midnight as one."""
    held: Opening | None = None
    for day in days(schedule, first, count):
        for span in day.spans:
            opening = _opening(day.day, span)
            if opening.start >= opening.end:  # swallowed by the clock change
                continue
            if held and opening.start <= held.end:
                held = Opening(held.start, max(held.end, opening.end))
            else:
                if held:
                    yield held
                held = opening
    if held:
        yield held


def _opening(day: date, span: Span) -> Opening:
    last_day = day + timedelta(days=1) if span.closes == MIDNIGHT else day
    return Opening(at(day, span.opens).astimezone(UTC), at(last_day, span.closes).astimezone(UTC))


def state(schedule: Schedule, moment: datetime) -> State:
    """Whether the schedule is open at an aware `moment`, until when, when it opens next, and why."""
    if schedule is ALWAYS:  # without looking through a year of days for an end
        return State(True)
    now = moment.astimezone(UTC)
    today = day_of(schedule, now.astimezone(HELSINKI).date())
    coming = (one for one in openings(schedule, today.day) if one.end > now)
    first = next(coming, None)
    if first is None or first.start > now:
        return State(False, None, first.start if first else None, _closed_reason(today, now), today)
    then = next(coming, None)
    horizon = at(today.day + timedelta(days=HORIZON_DAYS), MIDNIGHT)
    until = first.end if first.end < horizon else None
    return State(True, until, then.start if then else None, today.reason, today)


def _closed_reason(today: Day, now: datetime) -> Reason:
    """A break where the day was open before and will be again, else the day's own reason."""
    ends = [_opening(today.day, span) for span in today.spans]
    is_between = any(one.end <= now for one in ends) and any(one.start > now for one in ends)
    return Reason.BREAK if is_between else today.reason
