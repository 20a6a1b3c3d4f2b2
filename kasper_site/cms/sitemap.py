"""The sitemap: every page that the visibility rule shows, at its absolute address and with its other languages."""

from collections import defaultdict
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.utils.functional import cached_property
from wagtail.models import Locale, Page

from kasper_site.cms import languages, visibility
from kasper_site.cms.models import BasePage


class PageSitemap(Sitemap):
    """All languages' pages, but those that an editor keeps out of search engines."""

    def items(self):
        return self._pages

    def location(self, page):
        return page.url

    def lastmod(self, page):
        return page.last_published_at

    def get_protocol(self, protocol=None):
        return urlsplit(settings.PUBLIC_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.PUBLIC_URL).netloc

    def get_urls(self, page=1, site=None, protocol=None):
        """Django's rows, each with the page's addresses in all its languages."""
        rows = super().get_urls(page, site, protocol)
        for row in rows:
            found = languages.alternates(self._translations[row["item"].translation_key])
            row["alternates"] = [{"lang_code": entry.code, "location": entry.url} for entry in found]
        return rows

    @cached_property
    def _pages(self) -> list[BasePage]:
        pages = visibility.visible(Page.objects.filter(depth__gt=1)).order_by("path")
        whole = pages.defer_streamfields().specific()
        return [page for page in whole if isinstance(page, BasePage) and not page.is_noindex]

    @cached_property
    def _translations(self) -> dict:
        """The addresses by language of each page, by the key that its translations share."""
        codes = dict(Locale.objects.values_list("pk", "language_code"))
        found = defaultdict(dict)
        for page in self._pages:
            found[page.translation_key][codes[page.locale_id]] = page.url
        return found
