"""How editors see the known issues, and where accessibility stands in the admin's menu."""

import django_filters
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from kasper_site.accessibility.admin.waiting import may_answer
from kasper_site.accessibility.models import KnownIssue
from kasper_site.cms.desk.own_pages import OwnPageItem
from kasper_site.cms.wording import date_words

OPEN, FIXED = "open", "fixed"


def state(issue: KnownIssue) -> str:
    """Open, or since when it is fixed."""
    if issue.is_open:
        return _("Open: shows in the statement")
    return _("Fixed %(date)s") % {"date": date_words(issue.fixed_on)}


class KnownIssueFilterSet(WagtailFilterSet):
    """Open ones or fixed ones."""

    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("known issue", "State"),
        choices=[(OPEN, pgettext_lazy("known issue", "Open")), (FIXED, pgettext_lazy("known issue", "Fixed"))],
        method="with_state",
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = KnownIssue
        fields = []

    def with_state(self, rows, name, value):
        """The rows in that state."""
        return rows.open() if value == OPEN else rows.fixed()


class KnownIssueViewSet(SnippetViewSet):
    """What is not accessible yet, and what has been fixed."""

    model = KnownIssue
    icon = "warning"
    menu_label = gettext_lazy("Known issues")
    copy_view_enabled = False
    list_per_page = 40
    filterset_class = KnownIssueFilterSet
    list_display = [
        "__str__",
        Column("criterion", label=gettext_lazy("WCAG criterion")),
        Column("state", label=pgettext_lazy("known issue", "State"), accessor=state, sort_key="fixed_on"),
        Column(
            "found_on",
            label=gettext_lazy("Found on"),
            accessor=lambda issue: date_words(issue.found_on),
            sort_key="found_on",
        ),
    ]


class AccessibilityGroup(SnippetViewSetGroup):
    """Feedback and known issues, below the directory."""

    items = (KnownIssueViewSet,)
    menu_label = gettext_lazy("Accessibility")
    menu_name = "accessibility"
    menu_icon = "view"
    menu_order = 250

    def get_submenu_items(self):
        address = reverse("accessibility_inbox:list")
        label = gettext_lazy("Accessibility feedback")
        inbox = OwnPageItem(label, address, may_answer, name="accessibility-feedback", icon_name="mail", order=0)
        return [inbox, *super().get_submenu_items()]
