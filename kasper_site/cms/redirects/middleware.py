"""Redirects that tell nothing: an old address leads to its page only while the page may be served."""

from http import HTTPStatus
from urllib.parse import urlsplit

from django.db.models import Q
from django.http import Http404, HttpResponsePermanentRedirect
from django.utils.encoding import uri_to_iri
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from kasper_site.cms import routing, visibility

MOST_PARTS = 12  # no address of ours is as deep


def leads_to_hidden_page(full_path: str) -> bool:
    """Whether the redirect of an old address, if there is one, names a page that may not be served now."""
    path = Redirect.normalise_path(full_path, decode_unicode=False)
    spellings = {path, urlsplit(path).path}
    spellings |= {uri_to_iri(spelling) for spelling in spellings}
    if any("\0" in spelling for spelling in spellings):
        return False
    named = Redirect.objects.filter(old_path__in=spellings, redirect_page__isnull=False).values("redirect_page")
    pages = Page.objects.filter(pk__in=named)
    return pages.count() > visibility.servable(pages).count()


def of_part_below(request) -> str | None:
    """Where stands now what stood below a page's old address: a feed, a PDF, a picture; None where nothing does.

    One query; more only where a page has left an address above.
    """
    path = Redirect.normalise_path(request.path, decode_unicode=False)
    parts = path.strip("/").split("/")
    if len(parts) > MOST_PARTS or "\0" in path:
        return None
    above = {f"/{'/'.join(parts[:count])}": count for count in range(1, len(parts))}
    of_site = Q(site=Site.find_for_request(request)) | Q(site=None)
    found = Redirect.objects.filter(of_site, old_path__in=above, redirect_page__isnull=False)
    for redirect in sorted(found, key=lambda each: above[each.old_path], reverse=True) if above else ():
        page = visibility.visible_or_none(redirect.redirect_page_id)
        rest = parts[above[redirect.old_path] :]
        if page and page.url and _answers(page, request, rest):
            return f"{page.url}{'/'.join(rest)}{'/' if request.path.endswith('/') else ''}"
    return None


def _answers(page: Page, request, rest: list[str]) -> bool:
    try:
        return bool(routing.below(page, request, rest))
    except Http404:
        return False


class VisibleRedirectMiddleware(RedirectMiddleware):
    """Wagtail's redirects, but none to a page that is hidden: its new address may tell what it is about.

    What stood below the page's old address is led along.
    """

    def process_response(self, request, response):
        answer = super().process_response(request, response)
        if answer is not response:
            return response if leads_to_hidden_page(request.get_full_path()) else answer
        if response.status_code == HTTPStatus.NOT_FOUND and (address := of_part_below(request)):
            return HttpResponsePermanentRedirect(address)
        return response
