"""Whether a request comes from a page of this site: what a CSRF cookie would otherwise prove.

Browsers set these headers themselves, no page can. `Sec-Fetch-Site` says it outright; a browser without it, or one that
came over plain http, sends `Origin` with every form; the last resort is `Referer`. The first that is there decides.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def is_from_this_site(request: HttpRequest) -> bool:
    """Whether one of our own pages sent the request; False where the browser tells nothing."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    sender = request.headers.get("Origin") or _origin(request.headers.get("Referer", ""))
    return sender.lower() in _own_origins(request)


def path_of_ours(request: HttpRequest) -> str:
    """The path of our page from which a visitor came, without its query; "" for any other."""
    referer = request.headers.get("Referer", "")
    return urlsplit(referer).path if _origin(referer).lower() in _own_origins(request) else ""


def _own_origins(request: HttpRequest) -> set[str]:
    """How browsers name this site: as it was asked for (the host has been checked), and its public address."""
    return {f"{request.scheme}://{request.get_host()}".lower(), settings.PUBLIC_URL.lower()}


def _origin(address: str) -> str:
    """Scheme and host of an address; "" where it is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme and parts.netloc else ""
