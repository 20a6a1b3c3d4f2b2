"""All opening hours on one page of the admin, each with the way to change it: an editor need not know what is where."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder

from kasper_site.cms.desk.own_pages import OwnPageView
from kasper_site.cms.desk.shortcuts import Shortcut
from kasper_site.directory import wording
from kasper_site.directory.models import Place, Service

MODELS = (Service, Place)
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
    return any(user.has_perm(f"directory.change_{model._meta.model_name}") for model in MODELS)


def shortcut(user) -> Shortcut | None:
    """The way here from the desk."""
    return Shortcut(_("Change opening hours"), "time", reverse("opening_hours"), 200) if may_change(user) else None


def rows(user) -> Iterator[Row]:
    """Every service and place whose hours the user may change."""
    finder, today = AdminURLFinder(user), timezone.localdate()
    for model in MODELS:
        for point in model.objects.prefetch_related("weekly_hours", "hours_exceptions"):
            url = finder.get_edit_url(point)
            if url:
                ahead = sorted({row.date for row in point.hours_exceptions.all() if row.date >= today})
                days = [wording.weekday_date(day) for day in ahead]
                yield Row(point.name_fi, wording.hours_lines(point.schedule, today), days, f"{url}{HOURS_ROWS}")


class OpeningHoursView(OwnPageView):
    """The page."""

    template_name = "directory/hours_list.html"
    page_title = gettext_lazy("Opening hours")
    header_icon = "time"
    may_see = staticmethod(may_change)

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "rows": list(rows(self.request.user))}


def urls() -> list:
    """The page's address; used as a hook, so Wagtail asks for a login on it."""
    return [path("ajat/", OpeningHoursView.as_view(), name="opening_hours")]
