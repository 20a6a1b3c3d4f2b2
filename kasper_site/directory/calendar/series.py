"""Opening hours as a calendar takes them: weekly series, the days that each leaves out, and single openings.

The series follow the weekly rules; what a holiday, an exception or a clock change makes different on a date is left out
of them and told as a single opening, so that a calendar and `directory.hours` agree at every moment.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from kasper_site.directory import hours
from kasper_site.directory.hours import Day, Schedule, Span

YEARS_AHEAD = 3


@dataclass(frozen=True)
class Window:
    """The days that a calendar tells of, both included."""

    first: date
    last: date

    @property
    def days(self) -> Iterator[date]:
        """Each of them."""
        return (self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1))


@dataclass(frozen=True)
class Series:
    """A span on one weekday from one date to another, both of them really open, but for the days left out."""

    span: Span
    first: date
    last: date
    left_out: tuple[date, ...] = ()


@dataclass(frozen=True)
class Single:
    """One opening by itself: aware moments in UTC, with the note of its day."""

    start: datetime
    end: datetime
    note: str = ""


def window(today: date) -> Window:
    """This year and the three after it: a file changes with the facts and at New Year, not from day to day."""
    return Window(date(today.year, 1, 1), date(today.year + YEARS_AHEAD, 12, 31))


def of_schedule(schedule: Schedule, shown: Window) -> tuple[list[Series], list[Single]]:
    """The weekly series of the days shown, and the openings that no series holds."""
    series, singles = [], []
    runs: dict[tuple[int, Span], list[tuple[date, bool]]] = {}
    for number in shown.days:
        day = hours.day_of(schedule, number)
        usual = hours.usual_spans(schedule, number)
        for span in usual:
            is_held = span in day.spans and is_plain(number, span)
            runs.setdefault((number.weekday(), span), []).append((number, is_held))
        singles += _singles(day, usual)
    for (_weekday, span), dates in runs.items():
        series += (_series(span, part) for part in _unbroken(dates) if any(is_held for _day, is_held in part))
    return sorted(series, key=lambda one: (one.first, one.span.minutes)), singles


def is_plain(day: date, span: Span) -> bool:
    """Whether the clock runs through the span as on any day, so that a recurrence of fixed length tells it rightly."""
    opens, closes = ends(day, span)
    minutes = span.minutes[1] - span.minutes[0]
    is_there = opens.astimezone(hours.HELSINKI).time() == span.opens
    return is_there and closes - opens == timedelta(minutes=minutes)


def ends(day: date, span: Span) -> tuple[datetime, datetime]:
    """The moments in UTC at which a span begins and ends on a day."""
    last = day + timedelta(days=1) if span.closes == hours.MIDNIGHT else day
    return hours.at(day, span.opens).astimezone(UTC), hours.at(last, span.closes).astimezone(UTC)


def _singles(day: Day, usual: tuple[Span, ...]) -> Iterator[Single]:
    """The openings of a day that its weekday does not have, and those that the clock change bends."""
    for span in day.spans:
        start, end = ends(day.day, span)
        if start < end and not (span in usual and is_plain(day.day, span)):
            yield Single(start, end, day.note)


def _unbroken(dates: list[tuple[date, bool]]) -> Iterator[list[tuple[date, bool]]]:
    """The dates of one weekday in parts without a gap: rules may end and begin again."""
    part: list[tuple[date, bool]] = []
    for entry in dates:
        if part and entry[0] - part[-1][0] > timedelta(days=7):
            yield part
            part = []
        part.append(entry)
    yield part


def _series(span: Span, dates: list[tuple[date, bool]]) -> Series:
    """From the first day held to the last: calendars count the first as one whatever else is said of it."""
    held = [day for day, is_held in dates if is_held]
    left_out = (day for day, is_held in dates if not is_held and held[0] < day < held[-1])
    return Series(span, held[0], held[-1], tuple(left_out))
