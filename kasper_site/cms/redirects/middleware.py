"""Redirects that tell nothing: an old address leads to its page only while the page may be served."""

from urllib.parse import urlsplit

from django.utils.encoding import uri_to_iri
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from kasper_site.cms import visibility


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


class VisibleRedirectMiddleware(RedirectMiddleware):
    """Wagtail's redirects, but none to a page that is hidden: its new address may tell what it is about."""

    def process_response(self, request, response):
        answer = super().process_response(request, response)
        if answer is not response and leads_to_hidden_page(request.get_full_path()):
            return response
        return answer
