"""The sitemap: every page that the visibility rule shows, at its absolute address."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from wagtail.models import Page

from kasper_site.cms import visibility
from kasper_site.cms.models import BasePage


class PageSitemap(Sitemap):
    """All languages' pages, but those that an editor keeps out of search engines."""

    protocol = urlsplit(settings.PUBLIC_URL).scheme

    def items(self):
        pages = visibility.visible(Page.objects.filter(depth__gt=1)).order_by("path")
        whole = pages.defer_streamfields().specific()
        return [page for page in whole if isinstance(page, BasePage) and not page.is_noindex]

    def location(self, page):
        return page.url

    def lastmod(self, page):
        return page.last_published_at

    def get_domain(self, site=None):
        return urlsplit(settings.PUBLIC_URL).netloc
