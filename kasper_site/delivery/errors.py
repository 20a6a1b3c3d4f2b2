"""403, 404 and 500 pages that help. None needs the database: who helps now stands in a small file beside it."""

from django.shortcuts import render


def refused(request, exception=None, reason=""):
    """What happened, the search, the helpline; also where a form came without our own token (`CSRF_FAILURE_VIEW`)."""
    return _answer(request, "403.html", 403)


def not_found(request, exception=None):
    """What happened, the search, the helpline."""
    return _answer(request, "404.html", 404)


def server_error(request):
    """The same when something of ours broke."""
    return _answer(request, "500.html", 500)


def _answer(request, template: str, status: int):
    response = render(request, template, {"frame": None}, status=status)
    response["Cache-Control"] = "no-store"
    return response
