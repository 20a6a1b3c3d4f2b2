"""*Leave quickly*: the way out of every page, for whoever must not be seen here.

Needs neither database nor JavaScript; nobody writes down that it was taken (deploy/nginx keeps it out of its log).
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

# Only "storage": with "cache" browsers stand still for seconds while they look through what they keep.
HEADERS = {
    "Clear-Site-Data": '"storage"',
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
}


@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Send the visitor on to a site that tells nothing."""
    return HttpResponse(status=303, headers={**HEADERS, "Location": settings.QUICK_EXIT_URL})
