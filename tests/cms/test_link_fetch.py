"""Asking another site: which machines are asked and how often, what an answer means."""

import threading
import time
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.utils import timezone

from kasper_site.cms.link_check import fetch
from kasper_site.cms.link_check.fetch import UNCLEAR, WORKS, Outcome, Problem
from kasper_site.cms.link_check.guard import Gate, RefusedError, is_public
from kasper_site.cms.models import ExternalLink

NOW = timezone.make_aware(datetime(2026, 11, 21, 12))
WEEK, DAY = timedelta(days=7), timedelta(days=1)
State = ExternalLink.State


# --- Another site, on this machine ------------------------------------------------------------------------------------
class Site(BaseHTTPRequestHandler):
    """Answers by its path: a status, perhaps without knowing HEAD, perhaps somewhere else, perhaps slowly."""

    asked: list[tuple[str, str, str]] = []

    def do_HEAD(self):
        self.answer(405 if self.path.startswith("/no-head") else None)

    def do_GET(self):
        self.answer(None)

    def answer(self, status: int | None):
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        kind, _slash, rest = self.path.strip("/").partition("/")
        if kind == "slow":
            time.sleep(1)
        self.send_response(status or (int(kind) if kind.isdigit() else 302 if kind == "to" else 200))
        if kind == "to":
            self.send_header("Location", f"http://{rest}")
        if kind == "drip":
            self.flush_headers()
            for _second in range(10):
                time.sleep(0.1)
                self.wfile.write(b"X-Drop: 1\r\n")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def nothing_asked():
    Site.asked.clear()


@pytest.fixture
def director():
    """Lets this machine be asked, without a pause in between."""
    return fetch.opener(Gate(is_allowed=lambda address: address == "127.0.0.1", sleep=lambda seconds: None))


# --- Which machines may be asked --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.8",
        "172.16.3.4",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_no_address_but_of_the_public_internet(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["193.166.3.2", "2001:708:10:55::53", "::ffff:193.166.3.2"])
def test_the_public_internet_may_be_asked(address):
    assert is_public(address)


def test_a_name_that_leads_into_our_own_network_is_refused(monkeypatch):
    both = [(2, 1, 6, "", ("193.166.3.2", 80)), (2, 1, 6, "", ("10.0.0.8", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *arguments, **options: both)
    with pytest.raises(RefusedError):
        Gate().connect(("www.example.org", 80))


def test_the_checker_as_it_is_does_not_ask_this_machine(site):
    for host in (site, site.replace("127.0.0.1", "localhost")):
        assert fetch.ask(f"http://{host}/200/", fetch.opener()) == UNCLEAR
    assert Site.asked == []


def test_a_redirect_into_our_own_network_is_refused(site, director):
    elsewhere = site.replace("127.0.0.1", "127.0.0.2")
    assert fetch.ask(f"http://{site}/to/{elsewhere}/200/", director) == UNCLEAR
    assert {path for _method, path, _agent in Site.asked} == {f"/to/{elsewhere}/200/"}


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://127.0.0.1/", "data:text/plain,x", "http://[", "http://a b/"]
)
def test_nothing_but_the_web_is_opened(url, director):
    assert fetch.ask(url, director).problem == Problem.UNREACHABLE


def test_a_host_is_asked_once_a_second():
    slept, clock = [], iter([0.0, 0.25, 1.0, 1.5, 9.0, 9.0]).__next__
    gate = Gate(clock=clock, sleep=slept.append)
    for host in ("a.example", "a.example", "b.example", "a.example"):
        gate._wait(host)
    assert slept == [0.75]


# --- What an answer means ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("path", "outcome", "methods"),
    [
        ("/200/", WORKS, ["HEAD"]),
        ("/204/", WORKS, ["HEAD"]),
        ("/no-head/", WORKS, ["HEAD", "GET"]),
        ("/404/", Outcome(Problem.GONE), ["HEAD", "GET"]),
        ("/410/", Outcome(Problem.GONE), ["HEAD", "GET"]),
        ("/500/", Outcome(Problem.SERVER), ["HEAD", "GET"]),
        ("/401/", UNCLEAR, ["HEAD", "GET"]),
        ("/403/", UNCLEAR, ["HEAD", "GET"]),
        ("/429/", UNCLEAR, ["HEAD", "GET"]),
        ("/999/", UNCLEAR, ["HEAD", "GET"]),
    ],
)
def test_what_a_status_means(site, director, path, outcome, methods):
    assert fetch.ask(f"http://{site}{path}", director) == outcome
    assert [method for method, _path, _agent in Site.asked] == methods


def test_redirects_are_followed(site, director):
    assert fetch.ask(f"http://{site}/to/{site}/to/{site}/200/", director) == WORKS


def test_a_circle_of_redirects_ends(site, director):
    assert fetch.ask(f"http://{site}/to/{site}/to", director) in (UNCLEAR, Outcome(Problem.UNREACHABLE))
    assert len(Site.asked) < 20


def test_a_site_that_does_not_answer(site, director, monkeypatch):
    monkeypatch.setattr(fetch, "TIMEOUT_SECONDS", 0.2)
    assert fetch.ask(f"http://{site}/slow/", director) == Outcome(Problem.UNREACHABLE)
    assert fetch.ask("http://127.0.0.1:9/", director) == Outcome(Problem.UNREACHABLE)


def test_a_site_that_answers_drop_by_drop_is_left_to_itself(site, director, monkeypatch):
    monkeypatch.setattr(fetch, "PATIENCE_SECONDS", 0.3)
    start = time.monotonic()
    assert fetch.ask(f"http://{site}/drip/", director) == Outcome(Problem.UNREACHABLE)
    assert time.monotonic() - start < 0.8


def test_the_other_site_sees_who_asks(site, settings):
    settings.PUBLIC_URL = "https://www.example.fi"
    fetch.ask(f"http://{site}/200/", fetch.opener(Gate(is_allowed=lambda address: True)))
    assert Site.asked[0][2] == "Mozilla/5.0 (compatible; KasperLinkCheck/1.0; +https://www.example.fi/)"
