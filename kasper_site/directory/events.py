"""Events with the dates that lie ahead of them at a moment, in few queries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import takewhile

from django.utils import timezone

from kasper_site.directory.calendar import occurrences
from kasper_site.directory.calendar.occurrences import Frequency, Occurrence
from kasper_site.directory.models import Event, Place

YEAR = timedelta(days=366)


@dataclass(frozen=True)
class EventState:
    """An event and those of its dates that have not ended, for a year from the first on; cancelled ones too."""

    event: Event
    coming: list[Occurrence]

    @property
    def is_dated(self) -> bool:
        """Whether its dates are known."""
        return self.event.plan is not None

    @property
    def is_over(self) -> bool:
        """Whether all of its dates are past."""
        return self.is_dated and not self.coming

    @property
    def only_date(self) -> Occurrence | None:
        """The one date of an event that is not meant to recur, as it is really held; None for any other."""
        plan = self.event.plan
        is_once = plan is not None and plan.frequency == Frequency.ONCE
        return next(iter(self.event.occurrences), None) if is_once else None

    @property
    def is_on(self) -> bool:
        """Whether it is held at all."""
        return self.event.status == Event.Status.ON


def state_of(event: Event, now: datetime | None = None) -> EventState:
    """One event with the dates ahead."""
    ahead = _ahead(event, now)
    first = next(ahead, None)
    if first is None:
        return EventState(event, [])
    return EventState(event, [first, *takewhile(lambda one: one.day - first.day < YEAR, ahead)])


def running(now: datetime | None = None) -> list[EventState]:
    """Every event that is not over, by name, with its dates. Two queries."""
    return [state_of(event, now) for event in not_over(now)]


def not_over(now: datetime | None = None) -> list[Event]:
    """Every event without dates or with one that has not ended, by name. Two queries; only one date is worked out."""
    return [event for event in Event.objects.running().whole() if event.plan is None or any(_ahead(event, now))]


def next_held(event: Event) -> Occurrence | None:
    """The next date on which it is really held; None where there is none, or none is known."""
    is_on = event.status == Event.Status.ON
    return next((one for one in _ahead(event) if not one.is_cancelled), None) if is_on else None


def at_place(place: Place) -> list[EventState]:
    """The events of a place that are not over, the next one first, those without dates last. At most two queries."""
    found = (state_of(event) for event in Event.objects.running().whole().filter(place=place))
    return sorted((state for state in found if not state.is_over), key=_next_start)


def _ahead(event: Event, now: datetime | None = None) -> Iterator[Occurrence]:
    """The dates that have not ended, each worked out only when it is asked for."""
    plan = event.plan
    return occurrences.coming(plan, now or timezone.now()) if plan else iter(())


def _next_start(state: EventState) -> datetime:
    return state.coming[0].start if state.coming else datetime.max.replace(tzinfo=UTC)
