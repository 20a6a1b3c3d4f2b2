"""What an editor should know of a menu that was saved: what of it visitors do not see, and that nothing is in it."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from kasper_site.cms import visibility
from kasper_site.cms.models import Menu


def after_saving(request: HttpRequest, instance) -> None:
    """Wagtail's hook after a snippet was made or changed."""
    if isinstance(instance, Menu):
        for words in notes(instance):
            messages.warning(request, words)


def notes(menu: Menu) -> list[str]:
    """A line for each link that nobody sees now, or for a menu without any link in the header."""
    links = list(menu.links.select_related("page"))
    pages = Page.objects.filter(pk__in=[link.page_id for link in links])
    seen = set(visibility.visible(pages).values_list("pk", flat=True))
    hidden = dict.fromkeys(link.page.get_admin_display_title() for link in links if link.page_id not in seen)
    words = _("Visitors do not see the page “%(title)s” now, so its link does not show in the menu.")
    found = [words % {"title": title} for title in hidden]
    if not any(link.position == link.Position.HEADER for link in links):
        found.append(_("The menu on top of the pages has no link now."))
    return found
