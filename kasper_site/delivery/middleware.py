"""Headers and language for every response."""

from functools import wraps

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_cache_control

ADMIN_PREFIX = f"/{settings.ADMIN_PATH}"

# What Wagtail's admin needs besides the public policy. Scripts stay 'self' there too: its fields start without inline
# scripts (static/js/admin/starters.js). The rich-text editor writes style elements, uploads are shown from data: and
# blob: addresses, previews are frames.
ADMIN_POLICY_ADDITIONS = {
    "style-src": [UNSAFE_INLINE],
    "img-src": ["data:", "blob:"],
    "frame-src": [SELF],
}


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


def with_public_policy(view):
    """Mark a view on the editors' side that shows only what visitors see: the public policy is enough for it."""

    @wraps(view)
    def marked(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.has_public_policy = True
        return response

    return marked


class ContentPolicyMiddleware(CSPMiddleware):
    """The content policy of the settings; on the editors' side with what the admin needs besides."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        is_public_look = getattr(response, "has_public_policy", False)
        if is_admin(request) and not is_public_look and not report_only:
            parts.update = ADMIN_POLICY_ADDITIONS
        return parts


class PublicHeadersMiddleware:
    """Keeps search engines out of the editors' side; short shared caching for anonymous public pages.

    Takes away the `Content-Encoding: None` that Wagtail 8 sends with documents.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.headers.get("Content-Encoding") == "None":
            del response.headers["Content-Encoding"]
        if is_admin(request):
            response.headers["X-Robots-Tag"] = "noindex"
        elif request.method in ("GET", "HEAD") and not response.has_header("Cache-Control"):
            if response.cookies or "Cookie" in response.get("Vary", ""):
                patch_cache_control(response, private=True, no_cache=True)
            else:
                patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
        return response
