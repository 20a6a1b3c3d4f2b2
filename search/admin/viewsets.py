"""How editors see synonyms and promoted results, and where the search stands in the admin's menu."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from kasper_site.cms.desk import counts
from kasper_site.cms.desk.own_pages import OwnPageItem
from kasper_site.cms.safekeeping.fact_views import FactEditView
from search.admin.report import may_see
from search.models import Promotion, SynonymGroup

counts.register(
    "search.SynonymGroup", ngettext_lazy("%(count)d group of synonyms", "%(count)d groups of synonyms", "count")
)
counts.register("search.Promotion", ngettext_lazy("%(count)d promoted result", "%(count)d promoted results", "count"))


def direction(group: SynonymGroup) -> str:
    """Which of the words find which."""
    return _("From the first word only") if group.is_one_way else _("Each finds the others")


class SynonymViewSet(SnippetViewSet):
    """Words that mean the same."""

    model = SynonymGroup
    icon = "resubmit"
    menu_label = _("Synonyms")
    copy_view_enabled = False
    edit_view_class = FactEditView
    list_per_page = 40
    list_display = [
        "words",
        Column("is_one_way", label=_("Direction"), accessor=direction),
        Column("language", label=_("Language"), accessor="get_language_display"),
    ]
    list_filter = ["language"]


class PromotionViewSet(SnippetViewSet):
    """Pages that stand first for certain words."""

    model = Promotion
    icon = "pick"
    menu_label = _("Promoted results")
    copy_view_enabled = False
    edit_view_class = FactEditView
    list_per_page = 40
    list_display = [
        "words",
        Column("page", label=_("Page"), accessor=lambda promotion: promotion.page.get_admin_display_title()),
    ]


class SearchGroup(SnippetViewSetGroup):
    """What editors tell the search, and what visitors look for."""

    items = (SynonymViewSet, PromotionViewSet)
    menu_label = _("Site search")
    menu_name = "site-search"
    menu_icon = "search"
    menu_order = 260

    def get_submenu_items(self):
        label, address = _("What is searched for"), reverse("search_report:weeks")
        report = OwnPageItem(label, address, may_see, name="search-report-here", icon_name="order-down", order=0)
        return [report, *super().get_submenu_items()]
