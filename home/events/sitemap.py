"""Events in the sitemap: below every public list of events, those that are not over."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.utils.functional import cached_property

from home.models import EventIndexPage
from kasper_site.cms import languages, visibility
from kasper_site.directory import events


class EventSitemap(Sitemap):
    """Each event once for each language that has a list."""

    def items(self):
        return [(f"{page.url}{slug}/", slug) for page in self._lists for slug in self._slugs]

    def location(self, item):
        return item[0]

    def get_protocol(self, protocol=None):
        return urlsplit(settings.PUBLIC_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.PUBLIC_URL).netloc

    def get_urls(self, page=1, site=None, protocol=None):
        """Django's rows, each with the event's addresses in all its languages."""
        rows = super().get_urls(page, site, protocol)
        for row in rows:
            urls = {one.locale.language_code: f"{one.url}{row['item'][1]}/" for one in self._lists}
            found = languages.alternates(urls)
            row["alternates"] = [{"lang_code": entry.code, "location": entry.url} for entry in found]
        return rows

    @cached_property
    def _lists(self) -> list[EventIndexPage]:
        pages = visibility.visible(EventIndexPage.objects.filter(is_noindex=False))
        return list(pages.select_related("locale").order_by("path"))

    @cached_property
    def _slugs(self) -> list[str]:
        return [state.event.slug for state in events.running()] if self._lists else []
