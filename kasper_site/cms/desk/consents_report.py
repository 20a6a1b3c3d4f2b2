"""Reports → Consents of pictures: whose consent has ended or ends soon, where each is shown, and the way to mend it."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, Table, TitleColumn
from wagtail.models import Page
from wagtail.permissions import policy_registry

from kasper_site.cms import consents
from kasper_site.cms.consents import Consent
from kasper_site.cms.desk.boxes import Item
from kasper_site.cms.desk.own_pages import OwnPageItem, OwnPageView
from kasper_site.cms.desk.words import language_of
from kasper_site.cms.models import SiteImage


def may_see(user) -> bool:
    """Whether the user keeps pictures, be it only one's own."""
    return policy_registry.get_by_type(SiteImage).user_has_permission(user, "change")


def menu_item() -> OwnPageItem:
    """Used as a hook."""
    address = reverse("desk:consents")
    return OwnPageItem(_("Consents of pictures"), address, may_see, name="consents", icon_name="image", order=110)


def items(user) -> list[Item]:
    """One row of the box of what is to be reviewed, for all the pictures together."""
    found = consents.ending_for(user)
    url = reverse("desk:consents")
    row = Item(gettext("Consents of pictures"), url, consents.summary(found), url, action=gettext("Look"))
    return [row] if found else []


class ConsentsView(OwnPageView):
    """The report."""

    template_name = "wagtailadmin/desk/consents.html"
    page_title = _("Consents of pictures")
    header_icon = "image"
    may_see = staticmethod(may_see)

    @cached_property
    def table(self) -> Table:
        """The pictures; each name leads to the form where a new consent is written or the picture replaced."""
        return Table(_columns(), consents.ending_for(self.request.user))

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "table": self.table, "days": consents.DAYS_AHEAD}


def edit_url(consent: Consent) -> str:
    """The picture's form."""
    return reverse("wagtailimages:edit", args=[consent.image.pk])


def _columns() -> list:
    return [
        TitleColumn("picture", label=_("Picture"), accessor=lambda consent: consent.image.title, get_url=edit_url),
        Column("until", label=_("Consent"), accessor=_told),
        Column("pages", label=_("Shown on"), accessor=_page_links),
        Column("action", label="", accessor=_button),
    ]


def _told(consent: Consent) -> str:
    """When it ends or ended, and what came of it."""
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in (consent.words, *consent.notes)))


def _page_links(consent: Consent) -> str:
    """The pages with links to their forms; a line where there are none."""
    if not consent.pages:
        return _("On no page")
    rows = ((reverse("wagtailadmin_pages:edit", args=[page.pk]), _name(page)) for page in consent.pages)
    return format_html_join(", ", '<a href="{}">{}</a>', rows)


def _name(page: Page) -> str:
    """The page's title, with its language where that is another one than the site's own."""
    title, language = page.get_admin_display_title(), language_of(page)
    return f"{title} ({language})" if language else title


def _button(consent: Consent) -> str:
    """The one thing to do: write a new consent down, where the picture may be replaced as well."""
    look = '<a class="button button-small button-secondary" href="{}">{}<span class="w-sr-only">: {}</span></a>'
    return format_html(look, edit_url(consent), _("Write a new consent down"), consent.image.title)
