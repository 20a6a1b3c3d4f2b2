"""Keeps the notices' file true: after each change of a notice or a page, and by the clock."""

from django.utils import timezone
from wagtail.models import Page

from kasper_site.delivery import banners
from kasper_site.directory.banners import showing
from kasper_site.directory.models import Banner


def write() -> None:
    """Write what is on now and what comes on later."""
    rows = Banner.objects.filter(is_on=True, shows_until__gt=timezone.now())
    rows = rows.select_related("section", "link_page")
    banners.renew(lambda: [_entry(banner) for banner in rows])


def on_published(thing: object) -> None:
    """A page has moved or got another address, another name or another privacy."""
    if isinstance(thing, Page):
        write()


def _entry(banner: Banner) -> dict:
    since = banner.shows_from.timestamp() if banner.shows_from else 0
    return showing.entry(banner, (since, banner.shows_until.timestamp()))
