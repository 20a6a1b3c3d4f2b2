"""Which exceptions a day is to have so that it says what an editor asked for. Pure functions over `directory.hours`."""

import hashlib
from dataclasses import replace
from datetime import date, time

from kasper_site.directory import hours
from kasper_site.directory.hours import Day, DayException, Schedule, Span

Rows = tuple[DayException, ...]
_CLOCK = "%H:%M"


def of_day(schedule: Schedule, day: date) -> Rows:
    """The exceptions to that day."""
    return tuple(row for row in schedule.exceptions if row.day == day)


def without(schedule: Schedule, day: date) -> Day:
    """What would hold on that day if it had no exceptions."""
    return hours.day_of(replace(schedule, exceptions=()), day)


def closed(schedule: Schedule, day: date) -> Rows:
    """Closed all day. A note of other hours would not be true any more: it goes."""
    return _rows(day, (), "")


def none(schedule: Schedule, day: date) -> Rows:
    """No exceptions: what holds every week, or on holidays, holds again."""
    return ()


def as_usual(schedule: Schedule, day: date) -> Rows:
    """Open as on any such weekday, whatever holiday it is."""
    return _rows(day, hours.usual_spans(schedule, day), "")


def other_hours(schedule: Schedule, day: date, spans: tuple[Span, ...], note: str) -> Rows:
    """Open in these spans; no exceptions where those say what every week says anyway."""
    usual = without(schedule, day)
    if not note and usual.spans == hours.merged(spans) and not is_asked_about(schedule, day):
        return ()
    return _rows(day, spans, note)


def with_note(schedule: Schedule, day: date, note: str) -> Rows:
    """The hours that hold, with this note."""
    return other_hours(schedule, day, hours.day_of(schedule, day).spans, note)


def is_asked_about(schedule: Schedule, day: date) -> bool:
    """Whether somebody is to decide about the day: a holiday or an eve on which it would be open."""
    is_special = hours.holiday_name(day) or hours.is_eve(day)
    return bool(is_special and (hours.usual_spans(schedule, day) or without(schedule, day).spans))


def _rows(day: date, spans: tuple[Span, ...], note: str) -> Rows:
    """A row for each span, or one that says closed; the note stands with the first."""
    first, *others = spans or (None,)
    return (DayException(day, first, note), *(DayException(day, span) for span in others))


def stamp(schedule: Schedule, day: date) -> str:
    """A short sum of what holds on the day: a form carries it, so that nobody overwrites what they have not seen."""
    seen = (_sorted(of_day(schedule, day)), hours.day_of(schedule, day).spans)
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:32]


def is_same(some: Rows, others: Rows) -> bool:
    """Whether the exceptions are the same, in whatever order they are read."""
    return _sorted(some) == _sorted(others)


def _sorted(rows: Rows) -> list:
    return sorted(as_data(rows))


# --- As the log keeps them --------------------------------------------------------------------------------------------
def as_data(rows: Rows) -> list[list[str]]:
    """The exceptions as plain data: opens, closes, note of each; closed has no times."""
    return [[*_clocks(row.span), row.note] for row in rows]


def from_data(day: date, data: list[list[str]]) -> Rows:
    """The exceptions that `as_data` wrote."""
    return tuple(DayException(day, _span(opens, closes), note) for opens, closes, note in data)


def _clocks(span: Span | None) -> tuple[str, str]:
    return (span.opens.strftime(_CLOCK), span.closes.strftime(_CLOCK)) if span else ("", "")


def _span(opens: str, closes: str) -> Span | None:
    return Span(time.fromisoformat(opens), time.fromisoformat(closes)) if opens else None
