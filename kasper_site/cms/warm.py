"""Renders pages before anybody asks for them, so that all sizes of their pictures are made by then.

Making a size (AVIF above all) takes far longer than serving it; a first visitor should not wait for that.
"""

import io
import logging
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.urls import resolve
from django.utils import translation
from wagtail.models import Page
from wagtail.url_routing import RouteResult

logger = logging.getLogger(__name__)


def warm(pages: Iterable[Page]) -> list[Page]:
    """Render each page (of its specific type) once, as a visitor gets it; the pages that failed, each logged."""
    failed = []
    for page in pages:
        try:
            render(page)
        except Exception as error:
            logger.error("Page %s could not be rendered in advance: %r", page.pk, error)
            logger.debug("The trace:", exc_info=True)
            failed.append(page)
    return failed


def render(page: Page) -> str:
    """The page's HTML for an anonymous visitor, made without middleware, so no redirect gets in between."""
    with translation.override(page.locale.language_code):
        request = _request(page)
        request._wagtail_route_for_request = RouteResult(page)
        response = page.serve(request)
        if hasattr(response, "render"):
            response.render()
    return response.content.decode()


def visit(page: Page) -> tuple[Page | None, int]:
    """Ask at the page's address as a visitor does: which page answers and with what status; Http404 where none does."""
    with translation.override(page.locale.language_code):
        request = _request(page)
        match = resolve(request.path_info)
        response = match.func(request, *match.args, **match.kwargs)
        if hasattr(response, "render"):
            response.render()
    route = getattr(request, "_wagtail_route_for_request", None)
    return route and route.page, response.status_code


def _request(page: Page) -> WSGIRequest:
    """A visitor's request for the page at the public address."""
    url = urlsplit(settings.PUBLIC_URL)
    request = WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": urlsplit(page.url or "/").path,
            "SERVER_NAME": url.hostname,
            "SERVER_PORT": str(url.port or (443 if url.scheme == "https" else 80)),
            "wsgi.url_scheme": url.scheme,
            "wsgi.input": io.BytesIO(),
        }
    )
    request.user = AnonymousUser()
    return request
