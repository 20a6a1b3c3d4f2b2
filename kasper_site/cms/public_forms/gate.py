"""The gate before the view of a public form."""

from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kasper_site.cms.public_forms.origin import is_from_this_site

MOST_BYTES = 256 * 1024


def public_form(view):
    """Let through what a page of this site sends. Only because of this check no CSRF token is asked for."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method == "POST":
            if not is_from_this_site(request):
                return _refused(request, 403)
            if _size(request) > MOST_BYTES:
                return _refused(request, 413)
        return view(request, *args, **kwargs)

    return csrf_exempt(require_http_methods(["GET", "HEAD", "POST"])(guarded))


def _size(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _refused(request: HttpRequest, status: int) -> HttpResponse:
    """What happened and what to do; the text itself is still behind the browser's back button."""
    response = render(request, "public_form_refused.html", {"is_too_long": status == 413}, status=status)
    response["Cache-Control"] = "no-store"
    return response
