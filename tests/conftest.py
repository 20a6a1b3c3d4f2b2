"""What every test may use."""

import os

import pytest
from django.conf import settings
from django.utils import translation

pytest_plugins = ["tests.made_once"]

# Playwright's event loop runs in the test's thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM = "/usr/bin/chromium-headless-shell"  # takes half the processor time of the browser with windows
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Begun last, these would keep the whole run waiting; the demo site, which many wait for, is made for the second.
LONGEST = ("test_serve.py", "test_demo_site.py", "test_hours_oracle.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """The longest files first; the browser's, which wait much, spread among the others, which compute."""
    browsing, others = {}, {}  # their order is what counts
    for item in items:
        (browsing if item.get_closest_marker("browser") else others)[item.path] = None
    place = {path: number / len(others) for number, path in enumerate(others)}
    place |= {path: 0.9 * number / len(browsing) for number, path in enumerate(browsing)}
    items.sort(key=lambda item: -1 if item.path.name in LONGEST else place[item.path])


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium, which calls nobody by itself."""
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": CHROMIUM_ARGUMENTS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """A Finnish visitor."""
    return {**browser_context_args, "locale": "fi-FI", "timezone_id": "Europe/Helsinki"}


@pytest.fixture(autouse=True)
def _finnish():
    """Each test begins in Finnish, whatever language the last request of the one before left behind."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def _patient_outbox(monkeypatch):
    """The outbox works off all that is due, however slow the machine; on a site the other jobs have their turn."""
    monkeypatch.setattr("kasper_site.delivery.outbox.draining.SECONDS", 600)
