"""All opening hours on one page of the admin: today's and tomorrow's, changed with a press, and below them the week's.

An editor need not know what is where; another day is shown by its date, `?paiva=2026-12-24`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder

from kasper_site.cms.desk.own_pages import OwnPageView
from kasper_site.cms.desk.shortcuts import Shortcut
from kasper_site.directory import wording
from kasper_site.directory.hours import HORIZON_DAYS
from kasper_site.directory.today import screen
from kasper_site.directory.today.views import CHOSEN, read_day, refused_words

HOURS_ROWS = "#id_weekly_hours-FORMS"


@dataclass(frozen=True)
class Row:
    """One service or place: its name, its weekly hours, the exceptions that lie ahead, the form's address."""

    name: str
    hours: list[str]
    exceptions: list[str]
    edit_url: str


def may_change(user) -> bool:
    """Whether the user may change the hours of anything."""
    return any(screen.may_change(user, model) for model in screen.MODELS)


def shortcut(user) -> Shortcut | None:
    """The way here from the desk."""
    return Shortcut(_("Opening hours"), "time", reverse("opening_hours"), 200) if may_change(user) else None


def rows(user) -> Iterator[Row]:
    """Every service and place whose hours the user may change."""
    finder, today = AdminURLFinder(user), timezone.localdate()
    for point in screen.points(user):
        ahead = sorted({row.date for row in point.hours_exceptions.all() if row.date >= today})
        days = [wording.weekday_date(day) for day in ahead]
        url = f"{finder.get_edit_url(point)}{HOURS_ROWS}"
        yield Row(point.name_fi, wording.hours_lines(point.schedule, today), days, url)


class OpeningHoursView(OwnPageView):
    """The page."""

    template_name = "directory/hours_list.html"
    page_title = gettext_lazy("Opening hours")
    header_icon = "time"
    may_see = staticmethod(may_change)

    def get_context_data(self, **kwargs):
        user, today = self.request.user, timezone.localdate()
        asked = self.request.GET.get(CHOSEN, "")
        chosen = read_day(asked, today)
        if asked and not chosen:
            messages.warning(self.request, refused_words(asked, today))
        return {
            **super().get_context_data(**kwargs),
            "cards": screen.cards(user, [chosen] if chosen else [today, today + timedelta(days=1)], today),
            "rows": list(rows(user)),
            "chosen": chosen,
            "chosen_name": CHOSEN,
            "first": today.isoformat(),
            "last": (today + timedelta(days=HORIZON_DAYS - 1)).isoformat(),
        }


def urls() -> list:
    """The page's address; used as a hook, so Wagtail asks for a login on it."""
    return [path("ajat/", OpeningHoursView.as_view(), name="opening_hours")]
