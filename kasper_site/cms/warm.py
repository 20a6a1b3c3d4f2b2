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
        response = page.serve(_request(page))
        if hasattr(response, "render"):
            response.render()
    return response.content.decode()


def _request(page: Page) -> WSGIRequest:
    """A visitor's request for the page at the public address, already routed to it."""
    url = urlsplit(settings.PUBLIC_URL)
    request = WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": page.url or "/",
            "SERVER_NAME": url.hostname,
            "SERVER_PORT": str(url.port or (443 if url.scheme == "https" else 80)),
            "wsgi.url_scheme": url.scheme,
            "wsgi.input": io.BytesIO(),
        }
    )
    request.user = AnonymousUser()
    request._wagtail_route_for_request = RouteResult(page)
    return request
