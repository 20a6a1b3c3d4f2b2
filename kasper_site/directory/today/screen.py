"""What the editor sees of a day and of a service or place, in words, with the addresses of what can be done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kasper_site.cms.safekeeping.words import moment_words
from kasper_site.directory import hours, usage, wording
from kasper_site.directory.hours import Day, Reason, Schedule, State
from kasper_site.directory.models import Place, Service
from kasper_site.directory.today import editing, rows
from kasper_site.directory.today.editing import Point

MODELS = (Service, Place)


def may_change(user, model: type[models.Model]) -> bool:
    """Whether the user may change the hours of services, or of places."""
    return user.has_perm(f"directory.change_{model._meta.model_name}")


def points(user) -> Iterator[Point]:
    """Every service and place whose hours the user may change, with its rows of hours."""
    for model in MODELS:
        if may_change(user, model):
            yield from model.objects.prefetch_related("weekly_hours", "hours_exceptions")


def anchor(point: Point) -> str:
    """Where on the page the service or place stands."""
    return f"{point._meta.model_name}-{point.pk}"


@dataclass(frozen=True)
class DayScreen:
    """One day of one service or place."""

    point: Point
    day: date
    today: date
    entry: models.Model | None = None

    @cached_property
    def held(self) -> Day:
        """What holds on that day."""
        return hours.day_of(self.schedule, self.day)

    @property
    def schedule(self) -> Schedule:
        """The hours of the service or place."""
        return self.point.schedule

    @property
    def name(self) -> str:
        """The day as seen from today: "today", "Thu 24 December"."""
        return wording.day_words(self.day, self.today)

    @property
    def title(self) -> str:
        """The day with its date: "Today, Sunday 22 November"."""
        date_words = wording.weekday_date(self.day)
        is_near = self.day - self.today < timedelta(days=2)
        return capfirst(f"{self.name}, {date_words}" if is_near else date_words)

    @property
    def line(self) -> str:
        """What holds: spans or closed, and why; on an ordinary day without hours just that it is closed."""
        return capfirst(wording.day_line(self.held))

    @property
    def now(self) -> str:
        """Today: open or closed at this moment; of a day that is closed anyway, when it opens next."""
        if self.day != self.today:
            return ""
        state = hours.state(self.schedule, timezone.now())
        if self.held.spans:
            return wording.state_words(state, self.today)
        return _next_words(state, self.today)

    @property
    def usual(self) -> str:
        """What would hold without the exception; "" where there is none."""
        if not self.is_exception:
            return ""
        return _("Otherwise: %(hours)s") % {"hours": wording.day_line(rows.without(self.schedule, self.day)).lower()}

    @property
    def is_exception(self) -> bool:
        """Whether the day has hours of its own."""
        return self.held.reason == Reason.EXCEPTION

    @property
    def may_close(self) -> bool:
        """Whether closing would say something new."""
        return bool(self.held.spans) or self.held.reason == Reason.HOLIDAY

    @property
    def close_words(self) -> str:
        """The words of the button: "Closed today"."""
        # Translators: a button; %(day)s is "today", "tomorrow" or a date
        return _("Closed %(day)s") % {"day": self.name}

    @property
    def note(self) -> str:
        """The note that visitors read."""
        return self.held.note if self.is_exception else ""

    @property
    def stamp(self) -> str:
        """What a form about this day carries."""
        return rows.stamp(self.schedule, self.day)

    @property
    def changed(self) -> str:
        """Who changed the day, and when; "" where nobody did here, or something else has since."""
        if not self.may_undo:
            return ""
        words = {"name": self.entry.user_display_name, "moment": moment_words(self.entry.timestamp)}
        return _("%(name)s changed this on %(moment)s") % words

    @property
    def may_undo(self) -> bool:
        """Whether the day's last change can be taken back."""
        return self.entry is not None and editing.is_undoable(self.entry, rows.of_day(self.schedule, self.day))

    def address(self, action: str) -> str:
        """Where an action on this day is sent."""
        return reverse(f"today:{action}", args=[self.point._meta.model_name, self.point.pk, self.day.isoformat()])

    @property
    def addresses(self) -> dict[str, str]:
        """All of them, for the template."""
        return {action: self.address(action) for action in ("close", "usual", "hours", "note", "clear", "undo")}


def _next_words(state: State, today: date) -> str:
    if state.next_open is None:
        return ""
    day = wording.day_words(state.next_open.astimezone(hours.HELSINKI).date(), today)
    return _("Opens %(day)s %(time)s") % {"day": day, "time": wording.clock_words(state.next_open)}


@dataclass(frozen=True)
class Card:
    """A service or place with the days that are shown."""

    point: Point
    anchor: str
    shown_on: str
    days: list[DayScreen]


def cards(user, days: list[date], today: date) -> list[Card]:
    """Everything whose hours the user may change."""
    return [_card(point, days, today) for point in points(user)]


def _card(point: Point, days: list[date], today: date) -> Card:
    entries = editing.last_changes(point, days)
    shown = [DayScreen(point, day, today, entries.get(day)) for day in days]
    return Card(point, anchor(point), shown_on(point), shown)


def shown_on(point: Point) -> str:
    """On how many pages visitors read it."""
    count = usage.public_count(point)
    if usage.is_on_every_page(point):
        words = ngettext(
            "Shows on %(count)d page and at the top of every page",
            "Shows on %(count)d pages and at the top of every page",
            count,
        )
    else:
        words = ngettext("Shows on %(count)d page", "Shows on %(count)d pages", count)
    return words % {"count": count}
