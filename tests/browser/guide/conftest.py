"""The tasks of the editors' guide, each done by a hand in a browser as an editor of the office does them."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from tests.browser.guide import costs, guide_text, prepare
from tests.browser.hand import Hand, Record
from tests.processes import ROOT, environment

WINDOW = {"width": 1100, "height": 760}


@pytest.fixture(scope="session")
def office(served):
    """The served site with its two editors."""
    _prepare(served, f"run({served.password!r})")
    return served


@pytest.fixture
def long_ago_confirmed(office):
    """The directory as nobody has confirmed it for years, whatever other tests of the same site have saved."""
    _prepare(office, "forget_confirmations()")


@pytest.fixture
def open_tikkurila(office):
    """Tikkurila open today and tomorrow from 9 to 15, whatever days these are."""
    _prepare(office, "open_today_and_tomorrow()")
    yield
    _prepare(office, "forget_exceptions()")


@pytest.fixture
def fail_the_search_of(office) -> Callable[[str], None]:
    """Let the search's row fail on the receipt of the page with a title."""
    return lambda title: _prepare(office, f"fail_the_search_of({title!r})")


@pytest.fixture
def subscriber(office) -> str:
    """The address of somebody who has subscribed to releases and confirmed."""
    _prepare(office, "subscribe('maija@example.org')")
    return "maija@example.org"


def _prepare(served, call: str) -> None:
    """Call a function of `prepare` beside the served site."""
    subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", f"from {prepare.__name__} import *; {call}"],
        cwd=ROOT,
        env=environment(served.var_dir, int(served.url.rpartition(":")[2])),
        check=True,
    )


@pytest.fixture
def task(request):
    """The record of the test's task; afterwards each bold phrase of its part of the guide must have been met."""
    record = Record()
    yield record
    marker = request.node.get_closest_marker("guide_task")
    if marker is None:
        return
    heading = marker.args[0]
    if os.environ.get("GUIDE_TIMES"):
        costs.keep(heading, record)
    if not request.node.stash.get(FAILED, False):
        unmet = [words for words in guide_text.bold_words(heading) if not record.met(words)]
        assert unmet == [], f"The guide says words that the screen does not: {unmet}"


@pytest.fixture
def stranger(task, office, browser, browser_context_args) -> Iterator[Callable[..., Hand]]:
    """Make a hand of somebody who has not signed in, or who has, with `storage_state`; each in a browser of its own."""
    contexts = []

    def _stranger(**options) -> Hand:
        args = {**browser_context_args, "viewport": WINDOW, "color_scheme": "light", **options}
        contexts.append(browser.new_context(**args))
        return Hand(contexts[-1].new_page(), office.url, task)

    yield _stranger
    for context in contexts:
        context.close()


@pytest.fixture
def editor(stranger, signed_in) -> Callable[[str], Hand]:
    """Make the hand of an editor who has signed in, on the admin's front page."""

    def _editor(user: str) -> Hand:
        hand = stranger(storage_state=signed_in(user))
        hand.go("/hallinta/")
        return hand

    return _editor


@pytest.fixture
def hand(editor):
    """The hand of an editor who may publish, on the admin's front page."""
    return editor(prepare.PUBLISHER[0])


@pytest.fixture
def visitor(office, browser, browser_context_args):
    """A visitor's browser page, which knows nothing of the admin."""
    context = browser.new_context(**browser_context_args, base_url=office.url)
    yield context.new_page()
    context.close()


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Remember which test failed: its words need no second complaint."""
    outcome = yield
    if call.when == "call":
        item.stash[FAILED] = outcome.get_result().failed


def pytest_terminal_summary(terminalreporter):
    """With GUIDE_TIMES set: what each task cost."""
    if costs.KEPT:
        terminalreporter.write_line(costs.table())
