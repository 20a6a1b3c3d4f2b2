"""Services, places and helplines of others with their state at a moment, in few queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from wagtail.models import Page

from kasper_site.directory import hours
from kasper_site.directory.models import HoursException, OutsideHelpline, Place, Service, WeeklyHours


@dataclass(frozen=True)
class HelpPointState:
    """A service, place or helpline of others, whether it is open, and the page that tells of it, if one is visible.

    `state` and `schedule` are None where nobody has confirmed the hours of a helpline of others.
    `ended_project` is the project that it was part of, where that is over; it has a `period` in words.
    """

    point: Service | Place | OutsideHelpline
    state: hours.State | None
    schedule: hours.Schedule | None
    page: Page | None = None
    ended_project: object | None = None

    @property
    def is_phone(self) -> bool:
        """Whether one calls it rather than walks in."""
        return not isinstance(self.point, Place)

    @property
    def has_hours(self) -> bool:
        """Whether its hours say more than its state does."""
        return self.schedule is not None and self.schedule is not hours.ALWAYS

    @property
    def live(self) -> str:
        """What names its state on a page for static/js/hours.js."""
        return f"outside:{self.point.pk}" if isinstance(self.point, OutsideHelpline) else self.point.slug


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


def state_of(point: Service | Place | OutsideHelpline, moment: datetime | None = None) -> HelpPointState:
    """One service, place or helpline of others with its state at the moment."""
    schedule = point.schedule
    state = hours.state(schedule, moment or timezone.now()) if schedule else None
    return HelpPointState(point, state, schedule)
