"""Reports → What is searched for: the week's popular words, those that found nothing, and how the index is."""

from datetime import date

from django.db.models import Sum
from django.http import Http404
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, Table

from kasper_site.cms.desk.own_pages import OwnPageItem, OwnPageView
from search import analysis
from search.index import upkeep
from search.index.rebuild import analyser_in_use
from search.index.state import state
from search.models import Entry, QueryCount

MOST_SHOWN = 50


def may_see(user) -> bool:
    """Whether the user may look at what is searched for."""
    return user.has_perm("search.view_querycount")


def menu_item() -> OwnPageItem:
    """Used as a hook."""
    address = reverse("search_report:weeks")
    return OwnPageItem(_("What is searched for"), address, may_see, name="search-report", icon_name="search", order=120)


class ReportView(OwnPageView):
    """The newest week, or the one of `?viikko=2026-11-16`."""

    template_name = "wagtailadmin/search/report.html"
    page_title = _("What is searched for")
    header_icon = "search"
    may_see = staticmethod(may_see)

    def get_context_data(self, **kwargs):
        weeks = list(QueryCount.objects.order_by("-week").values_list("week", flat=True).distinct())
        week = self._week(weeks)
        rows = QueryCount.objects.filter(week=week)
        told = rows.exclude(term="")
        return {
            **super().get_context_data(**kwargs),
            "weeks": weeks,
            "week": week,
            "popular": Table(_columns("count", _("Searches")), told.order_by("-count", "term")[:MOST_SHOWN]),
            "empty": Table(
                _columns("empty_count", _("Nothing found")),
                told.filter(empty_count__gt=0).order_by("-empty_count", "term")[:MOST_SHOWN],
            ),
            "sums": rows.aggregate(all=Sum("count", default=0), empty=Sum("empty_count", default=0)),
            "untold": rows.filter(term="").aggregate(sum=Sum("count", default=0))["sum"],
            "index": index_facts(),
        }

    def _week(self, weeks: list[date]) -> date | None:
        asked = self.request.GET.get("viikko")
        found = next((week for week in weeks if week.isoformat() == asked), None)
        if asked and found is None:
            raise Http404
        return found or (weeks[0] if weeks else None)


def index_facts() -> dict:
    """Which engine reads Finnish, when the index was built and of how many entries; whether it must be built anew."""
    row = state()
    return {
        "engine": analysis.engine_name(),
        "in_use": analyser_in_use(),
        "analyser": row.analyser,
        "built_at": row.built_at,
        "entries": Entry.objects.filter(generation=row.generation).count(),
        "is_old": not upkeep.is_current(),
        "command": f"manage.py {upkeep.COMMAND}",
    }


def _columns(name: str, label: str) -> list:
    return [
        Column("term", label=_("Search words")),
        Column("language", label=_("Language"), accessor="language"),
        Column(name, label=label),
    ]


def urls() -> list:
    """The report's address; used as a hook, so Wagtail asks for a login."""
    return [path("haut/", include(([path("", ReportView.as_view(), name="weeks")], "search_report")))]
