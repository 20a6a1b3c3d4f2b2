"""Every address of the site."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from home.events import urls as event_urls
from home.events.sitemap import EventSitemap
from kasper_site.accessibility import urls as accessibility_urls
from kasper_site.cms.sitemap import PageSitemap
from kasper_site.cms.views import serve
from kasper_site.delivery import quick_exit
from kasper_site.delivery import views as delivery
from kasper_site.operations import views as operations
from news.subscriptions import urls as subscription_urls
from search.views import search_page, suggest

handler403 = "kasper_site.delivery.errors.refused"
handler404 = "kasper_site.delivery.errors.not_found"
handler500 = "kasper_site.delivery.errors.server_error"

# Wagtail's pages for private sections; its view of all other addresses is ours.
wagtail_gates = [pattern for pattern in wagtail_urls.urlpatterns if pattern.name != "wagtail_serve"]

urlpatterns = [
    path(settings.ADMIN_PATH, include(admin_urls)),
    path("tiedostot/", include(document_urls)),
    path("media/<path:name>", delivery.media, name="media"),
    path("robots.txt", delivery.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PageSitemap, "events": EventSitemap}}, name="sitemap"),
    path("poistu/", quick_exit.leave, name="quick_exit"),
    path("terveys/", operations.health, name="health"),
]

urlpatterns += i18n_patterns(
    path("haku/", search_page, name="search"),
    path("haku/ehdotukset/", suggest, name="search_suggestions"),
    *accessibility_urls.urlpatterns,
    *event_urls.urlpatterns,
    *subscription_urls.urlpatterns,
    *wagtail_gates,
    re_path(r"^((?:[\w-]+/)+syote\.xml)$", serve, name="feed"),  # Wagtail's own addresses have no dots
    re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
    re_path(r"^((?:[\w\-]+/)+(?:tiedote\.pdf|tiedote\.txt|kortti\.png|kuvat\.zip))$", serve),  # below a release
    re_path(r"^((?:[\w\-]+/)+kuvat/[0-9]+/[\w\-]+\.[a-z]{3,4})$", serve),  # below a press room
    prefix_default_language=False,
)
