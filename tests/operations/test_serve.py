"""The server as `make serve` starts it: a first run from nothing, and a second one."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from kasper_site.operations import serving
from tests.operations.commands import is_gone
from tests.processes import free_port

BASE = Path(serving.__file__).resolve().parents[2]
LAST_LINE = "Ctrl-C stops it.\n"


class Run:
    """One start of the server in a folder of its own, on a free port; stopped when the test leaves it."""

    def __init__(self, var: Path, port: int):
        environ = {"PATH": os.environ["PATH"], "VAR_DIR": str(var), "PORT": str(port), "SECRET_KEY": "x" * 50}
        environ["LINK_CHECK"] = "no"
        command = [sys.executable, "manage.py", "serve"]
        self.address = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(command, cwd=BASE, env=environ, stdout=-1, stderr=subprocess.STDOUT, text=True)
        self.lines = []
        for line in self.process.stdout:
            self.lines.append(line)
            if line == LAST_LINE:
                break
        self.cpu_seconds = self._cpu_seconds()

    def _cpu_seconds(self) -> float:
        """What the start has cost so far; a busy machine does not change it, unlike the clock's time."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def output(self) -> str:
        return "".join(self.lines)

    def get(self, path: str):
        return urllib.request.urlopen(f"{self.address}{path}", timeout=30)

    def children(self) -> list[int]:
        text = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in text.split()]

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Ask it to end; its exit code."""
        self.process.send_signal(number)
        self.lines += self.process.communicate(timeout=60)[0].splitlines(keepends=True)
        return self.process.returncode


def wait_for_the_scheduler(var: Path) -> None:
    """Return when all that follows the first publications is done."""
    limit = time.monotonic() + 300
    with sqlite3.connect(var / "db.sqlite3", timeout=30) as database:
        while time.monotonic() < limit:
            states = dict(database.execute("SELECT state, count(*) FROM delivery_effect GROUP BY state"))
            waiting = states.get("waiting", 0) + states.get("running", 0)
            if states.get("done") and not waiting:
                return
            time.sleep(0.5)
    raise AssertionError(f"{waiting} effects still wait")


def rows(var: Path) -> dict[str, list]:
    """Every row of every table but the scheduler's memory of its last runs."""
    with sqlite3.connect(var / "db.sqlite3") as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        names = [name for name in names if name != "operations_schedulerbeat"]
        return {name: sorted(map(repr, database.execute(f'SELECT * FROM "{name}"'))) for name in names}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("serve") / "var", free_port()


@pytest.fixture(scope="module")
def first(place):
    """The first run, from an empty folder."""
    var, port = place
    var.mkdir()
    run = Run(var, port)
    yield run
    if run.process.poll() is None:
        run.stop()


def test_the_first_run_shows_progress_and_ends_with_where_and_as_whom(first, place):
    password = (place[0] / "admin_password").read_text().strip()
    assert first.lines[-7:] == [
        "\n",
        "The site is ready.\n",
        f"  Site      {first.address}/\n",
        f"  Admin     {first.address}/hallinta/\n",
        "  User      yllapito\n",
        f"  Password  {password}  (generated, kept in {place[0] / 'admin_password'})\n",
        LAST_LINE,
    ]
    assert re.search(r"Setting up the database: \d+ steps", first.output)
    assert '"level"' not in first.output  # no log lines in between


def test_it_answers_when_it_says_so(first):
    with first.get("/") as response:
        page = response.read().decode()
        assert (response.status, response.headers["Server"]) == (200, "gunicorn")
    style = re.search(r'href="(/static/css/site\.[0-9a-f]+\.css)"', page)[1]
    with first.get(style) as response:
        assert "immutable" in response.headers["Cache-Control"]
    with first.get("/terveys/") as response:
        assert response.read() == b'{"database": true}'


def test_a_whole_text_pasted_into_the_search_is_answered(first):
    with first.get("/haku/?q=" + "huostaanotto+" * 600) as response:
        assert response.status == 200


def test_workers_and_scheduler_end_with_the_server(first, place):
    # The first worker answers at once; gunicorn starts the others, and then the scheduler, in the next moments.
    limit = time.monotonic() + 30
    while len(children := first.children()) < serving.WORKERS + 1 and time.monotonic() < limit:
        time.sleep(0.1)
    assert len(children) == serving.WORKERS + 1
    wait_for_the_scheduler(place[0])
    assert first.stop() == 0
    assert all(is_gone(pid) for pid in children)
    with sqlite3.connect(place[0] / "db.sqlite3") as database:
        beats = dict(database.execute("SELECT name, last_error FROM operations_schedulerbeat"))
    assert beats["kasper_site.operations.publishing.publish_due"] == ""


@pytest.fixture(scope="module")
def second(first, place):
    """The second run; the rows before it are in `before`."""
    if first.process.poll() is None:
        wait_for_the_scheduler(place[0])
        first.stop()
    before = rows(place[0])
    run = Run(*place)
    run.before = before
    yield run
    if run.process.poll() is None:
        run.stop()


def test_the_second_run_changes_nothing(second, place):
    second.get("/").close()
    assert second.stop(signal.SIGINT) == 0
    assert rows(place[0]) == second.before


def test_the_second_run_says_only_where_and_as_whom_and_is_quick(second, first):
    assert second.lines[:7] == first.lines[-7:]
    assert second.cpu_seconds < first.cpu_seconds / 4


def test_a_server_that_is_killed_takes_its_scheduler_along(second, place):
    run = Run(*place)
    children = run.children()
    run.process.kill()
    run.process.communicate(timeout=60)
    assert all(is_gone(pid) for pid in children)
