"""Services and places with their state at a moment, in few queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from wagtail.models import Page

from kasper_site.directory import hours
from kasper_site.directory.models import HoursException, Place, Service, WeeklyHours


@dataclass(frozen=True)
class HelpPointState:
    """A service or place, whether it is open, and the page that tells of it (None where none is visible).

    `ended_project` is the project that it was part of, where that is over; it has a `period` in words.
    """

    point: Service | Place
    state: hours.State
    schedule: hours.Schedule
    page: Page | None = None
    ended_project: object | None = None

    @property
    def is_phone(self) -> bool:
        """Whether one calls it rather than walks in."""
        return isinstance(self.point, Service)


def with_state(moment: datetime | None = None) -> list[HelpPointState]:
    """All services and places that have hours, in the editors' order: phones first. Two queries."""
    moment = moment or timezone.now()
    rules, exceptions, points = defaultdict(list), defaultdict(list), {}
    rows = WeeklyHours.objects.select_related("service", "place").order_by("weekday", "opens")
    for row in rows:
        key = (row.service_id, row.place_id)
        points.setdefault(key, row.service or row.place)
        rules[key].append(row.as_rule())
    since = timezone.localdate(moment) - timedelta(days=1)
    for row in HoursException.objects.filter(date__gte=since):
        exceptions[row.service_id, row.place_id].append(row.as_exception())
    found = []
    for key, point in points.items():
        schedule = hours.Schedule(tuple(rules[key]), tuple(exceptions[key]), hours.HolidayPolicy(point.holiday_policy))
        found.append(HelpPointState(point, hours.state(schedule, moment), schedule))
    return sorted(found, key=lambda item: (not item.is_phone, item.point.sort_order, item.point.name_fi))


def state_of(point: Service | Place, moment: datetime | None = None) -> HelpPointState:
    """One service or place with its state at the moment."""
    return HelpPointState(point, hours.state(point.schedule, moment or timezone.now()), point.schedule)
