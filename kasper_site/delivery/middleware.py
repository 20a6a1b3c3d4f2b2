"""Headers and language for every response."""

from django.conf import settings
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_cache_control

ADMIN_PREFIX = f"/{settings.ADMIN_PATH}"


def is_admin(request) -> bool:
    """Whether the request is for the editors' side."""
    return request.path_info.startswith(ADMIN_PREFIX)


class PathLocaleMiddleware(LocaleMiddleware):
    """The language comes from the path alone, never from a cookie or the browser's wishes.

    So one address is one page for everybody: no `Vary: Accept-Language`, no cookie, cacheable by anybody.
    """

    def process_request(self, request):
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request, response):
        response.headers.setdefault("Content-Language", translation.get_language())
        return response


class PublicHeadersMiddleware:
    """A looser content policy for the editors' side; short shared caching for anonymous public pages."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_admin(request):
            response.headers["X-Robots-Tag"] = "noindex"
        elif request.method in ("GET", "HEAD") and not response.has_header("Cache-Control"):
            if response.cookies or "Cookie" in response.get("Vary", ""):
                patch_cache_control(response, private=True, no_cache=True)
            else:
                patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
        return response
