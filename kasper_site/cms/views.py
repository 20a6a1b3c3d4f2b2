"""The public pages' one view: Wagtail's, with the site and the page found in fewer queries."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import translation
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from kasper_site.cms import frame, gone, page_links, routing, visibility


def serve(request, path):
    """Answer a public address. The language comes from the path's prefix, which Django has taken off already."""
    page_links.forget()
    site_settings = frame.settings_for(request)
    if site_settings is not None:
        request._wagtail_site = site_settings.site
        components = [component for component in path.split("/") if component]
        try:
            request._wagtail_route_for_request = _route(site_settings.site.root_page, request, components)
        except Http404:
            request._wagtail_route_for_request = None
            if answer := _gone(site_settings.site.root_page, request, components):
                return answer
    return wagtail_serve(request, path)


def _route(root_page: Page, request, components: list[str]) -> RouteResult:
    """What answers at an address in the path's language; raises Http404 where nothing does."""
    if not components:
        return routing.front(root_page, translation.get_language())
    root_page = _in_language(root_page)
    if root_page is None:
        raise Http404
    return routing.below(root_page, request, components)


def _gone(root_page: Page, request, components: list[str]) -> HttpResponse | None:
    """What a page that was taken away in public leaves at its address."""
    root_page = _in_language(root_page)
    return gone.answer(request, f"{root_page.url_path}{'/'.join(components)}/") if root_page else None


def _in_language(root_page: Page) -> Page | None:
    """The front page of the path's language, where it may be served."""
    language = translation.get_language()
    if language == settings.LANGUAGE_CODE:
        return root_page
    pages = Page.objects.filter(translation_key=root_page.translation_key, locale__language_code=language)
    return visibility.servable(pages).first()
