"""Which page tells of which service or place, for cards that link to it."""

from dataclasses import replace

from django.db.models import Q
from wagtail.models import Page

from kasper_site.cms import visibility
from kasper_site.directory import help_points
from kasper_site.directory.help_points import HelpPointState


def with_pages(locale_id: int) -> list[HelpPointState]:
    """All services and places with their state and, where a visitor may see one, their page in a language."""
    pages = _pages(locale_id)
    entries = help_points.with_state()
    return [replace(entry, page=pages.get((entry.is_phone, entry.point.pk))) for entry in entries]


def _pages(locale_id: int) -> dict[tuple[bool, int], Page]:
    """The pages by what they tell of: whether it is a service, and its key. One query for both kinds."""
    help_pages = Page.objects.filter(Q(servicepage__isnull=False) | Q(placepage__isnull=False), locale_id=locale_id)
    found = {}
    for page in visibility.visible(help_pages).select_related("servicepage", "placepage"):
        service_page = getattr(page, "servicepage", None)
        key = (True, service_page.service_id) if service_page else (False, page.placepage.place_id)
        found[key] = page
    return found
