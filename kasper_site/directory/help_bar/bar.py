"""What the help bar shows at a moment: our helpline, or, while it is closed, who answers instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.utils import timezone

from kasper_site.directory import hours
from kasper_site.directory.help_bar import kept
from kasper_site.directory.help_bar.kept import Line
from kasper_site.directory.hours import State


@dataclass(frozen=True)
class Row:
    """A line with its state; None where its hours are not known."""

    line: Line
    state: State | None

    @property
    def is_open(self) -> bool:
        """Whether somebody answers; never where nobody has confirmed it."""
        return self.state is not None and self.state.is_open

    @property
    def is_answering(self) -> bool:
        """Whether it is a helpline of ours that somebody answers."""
        return self.line.kind == "service" and self.is_open

    @property
    def is_over(self) -> bool:
        """Whether it is a place whose project is over, so that one had better ask before coming."""
        return self.line.kind == "place" and bool(self.line.ended)


@dataclass(frozen=True)
class Bar:
    """The rows by kind, and the moment (UTC) until which all of this is true.

    `next_place` is the one that opens first, told where nobody of ours is open.
    """

    services: list[Row]
    places: list[Row]
    next_place: Row | None
    answering: list[Row]
    others: list[Row]
    checked_on: date | None
    until: datetime

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.services or self.places or self.next_place or self.answering or self.others)


def bar(moment: datetime | None = None) -> Bar:
    """The bar at an aware moment, now by default. Asks no database."""
    return of(kept.read(), moment or timezone.now())


def of(lines: Iterable[Line], moment: datetime) -> Bar:
    """The bar of these lines: open services, else all of them with the outside helplines; open places, or the next."""
    rows = [Row(line, _state(line, moment)) for line in lines]
    services = [row for row in rows if row.line.kind == "service" and row.line.tel]
    all_places = [row for row in rows if row.line.kind == "place"]
    places = [row for row in all_places if row.is_open]
    open_services = [row for row in services if row.is_open]
    outside = [] if open_services else [row for row in rows if row.line.kind == "outside"]
    return Bar(
        services=open_services or sorted(services, key=_next_open),
        places=places,
        next_place=None if open_services or places else _next(all_places),
        answering=[row for row in outside if row.is_open],
        others=[row for row in outside if not row.is_open],
        checked_on=min((row.line.confirmed_on for row in outside if row.line.confirmed_on), default=None),
        until=next_change((row.state for row in rows if row.state), moment),
    )


def _state(line: Line, moment: datetime) -> State | None:
    return hours.state(line.schedule, moment) if line.schedule else None


def _next(places: list[Row]) -> Row | None:
    """The place that opens first; none where no opening is known."""
    return min((row for row in places if row.state and row.state.next_open), key=_next_open, default=None)


def _next_open(row: Row) -> datetime:
    return (row.state and row.state.next_open) or datetime.max.replace(tzinfo=UTC)


def next_change(states: Iterable[State], moment: datetime) -> datetime:
    """The first moment (UTC) after which one of the states reads differently; midnight at the latest."""
    tomorrow = timezone.localdate(moment, hours.HELSINKI) + timedelta(days=1)
    bounds = [bound for state in states for bound in (state.until, state.next_open) if bound]
    return min([hours.at(tomorrow, hours.MIDNIGHT).astimezone(UTC), *bounds])
