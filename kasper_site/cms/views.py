"""The public pages' one view: Wagtail's, with the site and the page found in fewer queries."""

from django.conf import settings
from django.http import Http404
from django.utils import translation
from wagtail.models import Page
from wagtail.views import serve as wagtail_serve

from kasper_site.cms import frame, visibility


def serve(request, path):
    """Answer a public address. The language comes from the path's prefix, which Django has taken off already."""
    site_settings = frame.settings_for(request)
    if site_settings is not None:
        request._wagtail_site = site_settings.site
        root = _root(site_settings.site.root_page)
        components = [component for component in path.split("/") if component]
        try:
            request._wagtail_route_for_request = root.route(request, components) if root else None
        except Http404:
            request._wagtail_route_for_request = None
    return wagtail_serve(request, path)


def _root(root_page: Page) -> Page | None:
    """The home page of the path's language; None where that language has none that is visible."""
    language = translation.get_language()
    if language == settings.LANGUAGE_CODE:
        return root_page.specific
    pages = Page.objects.filter(translation_key=root_page.translation_key, locale__language_code=language)
    page = visibility.servable(pages).first()
    return page.specific if page else None
