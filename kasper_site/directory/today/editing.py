"""Writing a day's exceptions: through the models, so that the pages hear of it, with a log that can be undone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db import models, transaction
from wagtail.log_actions import log, registry

from kasper_site.directory.hours import Schedule
from kasper_site.directory.models import HoursException, Place, Service
from kasper_site.directory.today import rows
from kasper_site.directory.today.rows import Rows

CHANGED = "kasper.day_changed"
UNDONE = "kasper.day_undone"

Point = Service | Place


class DayChangedError(Exception):
    """Somebody has changed the day since; `entry` is the newest entry of the history, if there is one."""

    def __init__(self, entry: models.Model | None):
        super().__init__()
        self.entry = entry


@dataclass(frozen=True)
class Editing:
    """One day of one service or place, and who changes it."""

    point: Point
    day: date
    user: models.Model

    def change(self, wanted: Callable[[Schedule, date], Rows], stamp: str) -> bool:
        """Give the day the exceptions that `wanted` asks for, if it still is what `stamp` saw; whether it changed."""
        with transaction.atomic():
            schedule = self._locked_schedule()
            before, after = rows.of_day(schedule, self.day), wanted(schedule, self.day)
            if rows.is_same(before, after):  # pressed twice, or by two: it is as both want it
                return False
            if rows.stamp(schedule, self.day) != stamp:
                raise DayChangedError(newest(self.point))
            self._write(before, after, CHANGED)
        return True

    def undo(self, entry_pk: str) -> None:
        """Bring back what was before the day's last change, if nothing else has changed the day since."""
        with transaction.atomic():
            schedule = self._locked_schedule()
            now, entry = rows.of_day(schedule, self.day), last_changes(self.point, [self.day]).get(self.day)
            if entry is None or str(entry.pk) != entry_pk or not is_undoable(entry, now):
                raise DayChangedError(newest(self.point))
            self._write(now, rows.from_data(self.day, entry.data["before"]), UNDONE)

    def _locked_schedule(self) -> Schedule:
        """The hours as they are now; nobody else changes them before this is done."""
        return type(self.point).objects.select_for_update().get(pk=self.point.pk).schedule

    def _write(self, before: Rows, after: Rows, action: str) -> None:
        """One by one, as the pages are told of each row; a delete or update of many rows tells nobody."""
        owner = {self.point._meta.model_name: self.point}
        for row in HoursException.objects.filter(date=self.day, **owner):
            row.delete()
        for row in after:
            opens, closes = (row.span.opens, row.span.closes) if row.span else (None, None)
            HoursException.objects.create(date=self.day, opens=opens, closes=closes, note=row.note, **owner)
        data = {"day": self.day.isoformat(), "before": rows.as_data(before), "after": rows.as_data(after)}
        log(instance=self.point, action=action, user=self.user, data=data)


def newest(point: Point) -> models.Model | None:
    """The newest entry of the history of a service or place, whatever it tells."""
    return registry.get_logs_for_instance(point).select_related("user").first()


def last_changes(point: Point, days: Iterable[date]) -> dict[date, models.Model]:
    """The last entry that this view wrote about each of the days."""
    entries = registry.get_logs_for_instance(point).filter(action__in=(CHANGED, UNDONE))
    entries = entries.filter(data__day__in=[day.isoformat() for day in days]).select_related("user")
    found: dict[date, models.Model] = {}
    for entry in entries.order_by("-timestamp", "-pk"):
        found.setdefault(date.fromisoformat(entry.data["day"]), entry)
    return found


def is_undoable(entry: models.Model, now: Rows) -> bool:
    """Whether the entry is a change after which nothing else has changed the day."""
    return entry.action == CHANGED and rows.is_same(now, rows.from_data(day_of(entry), entry.data["after"]))


def day_of(entry: models.Model) -> date:
    """The day that an entry is about."""
    return date.fromisoformat(entry.data["day"])
