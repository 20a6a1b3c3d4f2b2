"""One question to another site: does this address still answer?"""

import http.client
import ssl
import threading
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.error import HTTPError, URLError

from django.conf import settings

from kasper_site.cms.link_check.guard import Gate, RefusedError
from kasper_site.cms.models import ExternalLink

TIMEOUT_SECONDS = 5
PATIENCE_SECONDS = 30
MAX_REDIRECTS = 5

Problem = ExternalLink.Problem


@dataclass(frozen=True)
class Outcome:
    """What came of asking: `problem` is set where the link fails, `is_unclear` where the site does not tell robots."""

    problem: str = ""
    is_unclear: bool = False


WORKS = Outcome()
UNCLEAR = Outcome(is_unclear=True)


class _Redirects(urllib.request.HTTPRedirectHandler):
    max_redirections = MAX_REDIRECTS


class _Web(urllib.request.HTTPHandler, urllib.request.HTTPSHandler):
    """http and https through the gate."""

    def __init__(self, gate: Gate):
        super().__init__()
        self.gate = gate
        self.context = ssl.create_default_context()

    def http_open(self, request):
        return self.do_open(self._made(http.client.HTTPConnection), request)

    def https_open(self, request):
        return self.do_open(self._made(partial(http.client.HTTPSConnection, context=self.context)), request)

    def _made(self, connection_class: Callable) -> Callable:
        def make(host, **options):
            connection = connection_class(host, **options)
            connection._create_connection = self.gate.connect
            return connection

        return make


def opener(gate: Gate | None = None) -> urllib.request.OpenerDirector:
    """Opens web addresses only (no files, no proxies, no cookies), each connection through the gate."""
    director = urllib.request.OpenerDirector()
    director.addheaders = [("User-Agent", user_agent()), ("Accept", "text/html,*/*;q=0.8"), ("Accept-Language", "fi,*")]
    for handler in (
        _Web(gate or Gate()),
        _Redirects(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        director.add_handler(handler)
    return director


def user_agent() -> str:
    """Who asks, and where the site's owner finds us."""
    return f"Mozilla/5.0 (compatible; KasperLinkCheck/1.0; +{settings.PUBLIC_URL}/)"


def ask(url: str, director: urllib.request.OpenerDirector) -> Outcome:
    """Whether an address answers: HEAD first, GET where that is not understood.

    A site that sends its answer drop by drop is left to itself after PATIENCE_SECONDS.
    """
    found: list[Outcome] = []
    # A daemon: it holds nothing of ours, and the process may end without it.
    thread = threading.Thread(target=lambda: found.append(_head_or_get(url, director)), daemon=True)
    thread.start()
    thread.join(PATIENCE_SECONDS)
    return found[0] if found else Outcome(Problem.UNREACHABLE)


def _head_or_get(url: str, director: urllib.request.OpenerDirector) -> Outcome:
    head = _request("HEAD", url, director)
    return head if head == WORKS else _request("GET", url, director)


def _request(method: str, url: str, director: urllib.request.OpenerDirector) -> Outcome:
    try:
        with director.open(urllib.request.Request(url, method=method), timeout=TIMEOUT_SECONDS):  # noqa: S310
            return WORKS
    except HTTPError as error:
        error.close()
        return of_status(error.code)
    except (OSError, http.client.HTTPException, ValueError) as error:
        return of_error(error)


def of_status(status: int) -> Outcome:
    """What an HTTP status means for a link. Many sites turn robots away (401, 403, 429 …): that is no broken link."""
    if status in (404, 410):
        return Outcome(Problem.GONE)
    if status >= 500 and status != 999:
        return Outcome(Problem.SERVER)
    return UNCLEAR if status >= 300 else WORKS


def of_error(error: Exception) -> Outcome:
    """What it means that there was no answer."""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, RefusedError):
        return UNCLEAR
    if isinstance(reason, ssl.SSLCertVerificationError):
        return Outcome(Problem.CERTIFICATE)
    return Outcome(Problem.UNREACHABLE)
