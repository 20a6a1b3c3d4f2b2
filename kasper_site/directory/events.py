"""Events with the dates that lie ahead of them at a moment, in few queries."""

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
    ahead = occurrences.coming(event.plan, now or timezone.now()) if event.plan else iter(())
    first = next(ahead, None)
    if first is None:
        return EventState(event, [])
    return EventState(event, [first, *takewhile(lambda one: one.day - first.day < YEAR, ahead)])


def running(now: datetime | None = None) -> list[EventState]:
    """Every event that is not over, by name. Two queries."""
    found = (state_of(event, now) for event in Event.objects.running().whole())
    return [state for state in found if not state.is_over]


def at_place(place: Place) -> list[EventState]:
    """The events of a place that are not over, the next one first, those without dates last. At most two queries."""
    found = (state_of(event) for event in Event.objects.running().whole().filter(place=place))
    return sorted((state for state in found if not state.is_over), key=_next_start)


def _next_start(state: EventState) -> datetime:
    return state.coming[0].start if state.coming else datetime.max.replace(tzinfo=UTC)
