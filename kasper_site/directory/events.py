"""Events with the dates that lie ahead of them at a moment, in few queries."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from kasper_site.directory.calendar.occurrences import Frequency, Occurrence
from kasper_site.directory.models import Event, Place


@dataclass(frozen=True)
class EventState:
    """An event and those of its dates that have not ended, cancelled ones too."""

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
    now = now or timezone.now()
    return EventState(event, [one for one in event.occurrences if one.end > now])


def running(now: datetime | None = None) -> list[EventState]:
    """Every event that is not over, by name. Two queries."""
    found = (state_of(event, now) for event in Event.objects.running().whole())
    return [state for state in found if not state.is_over]


def at_place(place: Place) -> list[EventState]:
    """The events of a place that are not over. One query where there is none, else two."""
    found = (state_of(event) for event in Event.objects.running().whole().filter(place=place))
    return [state for state in found if not state.is_over]
