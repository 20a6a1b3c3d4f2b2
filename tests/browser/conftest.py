"""The demo site served as in production, for tests that drive a real browser."""

import fcntl
import os
import shutil
import signal
import socket
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

expect.set_options(timeout=15_000)  # milliseconds; the machine has other tests to run
ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 300
PASSWORD = "selaintestin-salasana-1"


@dataclass(frozen=True)
class Served:
    """A running site: its address and the account of its first administrator."""

    url: str
    user: str
    password: str
    var_dir: Path


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(var_dir: Path, port: int) -> dict[str, str]:
    """What the server needs, and nothing of the test run's own settings."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {
        **kept,
        "SECRET_KEY": "only-for-browser-tests-never-for-a-public-site",
        "VAR_DIR": str(var_dir),
        "PORT": str(port),
        "ADMIN_PASSWORD": PASSWORD,
        "LINK_CHECK": "no",
    }


@pytest.fixture(scope="session")
def filled(tmp_path_factory, worker_id) -> Path:
    """The folder of a site with the whole demo content, made by the first of the test processes for all of them."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "filled"
    folder.mkdir(exist_ok=True)
    with (folder.parent / "filled.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder.parent / "filled.done").exists():
            command = [sys.executable, "manage.py", "prepare"]
            subprocess.run(command, cwd=ROOT, env=environment(folder, free_port()), check=True, capture_output=True)
            (folder.parent / "filled.done").touch()
    return folder


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
