"""Reports → Broken links: every link that leads nowhere, inside and outside, with the page to mend."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, Table, TitleColumn
from wagtail.models import Page
from wagtail.permissions import policy_registry

from kasper_site.cms.desk import broken_links
from kasper_site.cms.desk.own_pages import OwnPageItem, OwnPageView
from kasper_site.cms.models import ExternalLink


def may_see(user) -> bool:
    """Whether the user edits any page."""
    return policy_registry.get_by_type(Page).user_has_any_permission(user, ["add", "change", "publish"])


def menu_item() -> OwnPageItem:
    """Used as a hook."""
    address = reverse("desk:broken_links")
    return OwnPageItem(_("Broken links"), address, may_see, name="broken-links", icon_name="link", order=100)


class BrokenLinksView(OwnPageView):
    """The report."""

    template_name = "wagtailadmin/desk/broken_links.html"
    page_title = _("Broken links")
    header_icon = "link"
    may_see = staticmethod(may_see)

    @cached_property
    def table(self) -> Table:
        """The links, each in a row that leads to its page's form."""
        return Table(_columns(), broken_links.of_user(self.request.user))

    def get_context_data(self, **kwargs):
        checked = ExternalLink.objects.exclude(last_checked_at=None)
        return {
            **super().get_context_data(**kwargs),
            "table": self.table,
            "outside_count": checked.count(),
            "last_checked_at": checked.order_by("last_checked_at").values_list("last_checked_at", flat=True).last(),
        }


def _columns() -> list:
    return [
        TitleColumn(
            "page",
            label=_("Page"),
            accessor=lambda link: link.page.get_admin_display_title(),
            get_url=lambda link: link.edit_url,
        ),
        Column("words", label=_("The link"), accessor=lambda link: link.spot.words or "–"),
        Column("target", label=_("Leads to"), accessor=lambda link: link.target or "–"),
        Column("reason", label=_("What is wrong")),
        Column("since", label=_("Since"), accessor=lambda link: link.since or "–"),
    ]
