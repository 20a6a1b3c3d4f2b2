"""The demo site served as in production, for tests that drive a real browser."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.ways_in import is_signed_in, sign_in
from tests.processes import PASSWORD, ROOT, environment, free_port

expect.set_options(timeout=15_000)  # milliseconds; the machine has other tests to run
PATIENCE_SECONDS = 300


@dataclass(frozen=True)
class Served:
    """A running site: its address and the account of its first administrator."""

    url: str
    user: str
    password: str
    var_dir: Path


@pytest.fixture(scope="session")
def served(tmp_path_factory, filled):
    """The site under gunicorn with the scheduler beside it, its own database and the whole demo content."""
    var_dir, port = tmp_path_factory.mktemp("served") / "var", free_port()
    shutil.copytree(filled, var_dir)
    log = (var_dir / "log").open("wb")
    process = subprocess.Popen(
        [sys.executable, "manage.py", "serve"],
        cwd=ROOT,
        env=environment(var_dir, port),
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_until_ready(process, f"{url}/terveys/", var_dir / "log")
        yield Served(url, "yllapito", PASSWORD, var_dir)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
        log.close()


def wait_until_ready(process: subprocess.Popen, address: str, log: Path) -> None:
    """Return when the address answers; fail with the server's own words if it ends or takes too long."""
    limit = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < limit and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.3)
    pytest.fail(f"The site did not start:\n{log.read_text(errors='replace')[-3000:]}")


@pytest.fixture(scope="session")
def signed_in(served, playwright, browser, browser_context_args) -> Callable[[str], dict]:
    """The state of a browser in which the user has signed in: through the form, but once for all tests of the process.

    Once more if a test has signed out: that ends the session on the server, for the tests after it too.
    """
    kept: dict[str, dict] = {}

    def _signed_in(user: str) -> dict:
        if user not in kept or not is_signed_in(playwright, served.url, kept[user]):
            context = browser.new_context(**browser_context_args)
            sign_in(context.new_page(), served.url, user, served.password)
            kept[user] = context.storage_state()
            context.close()
        return kept[user]

    return _signed_in


@pytest.fixture
def admin(served, page, signed_in):
    """A browser page of its own that is signed in to the admin and has opened nothing yet."""
    page.context.add_cookies(signed_in(served.user)["cookies"])
    return page


def pytest_collection_modifyitems(items):
    """A browser waits for a busy machine: what fails once may try again, and the summary names it.

    A real fault fails twice.
    """
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))
