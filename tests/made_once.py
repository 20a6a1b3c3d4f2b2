"""What is slow to make: made by the first test process of a run that needs it, copied by the others.

An SQLite file with every table and no content, and the folder of a site with the whole demo content.
"""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connections

ROOT = Path(__file__).resolve().parents[1]
PASSWORD = "selaintestin-salasana-1"
DATABASE = "db.sqlite3"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(var_dir: Path, port: int) -> dict[str, str]:
    """What the site's own commands need, and nothing of the test run's settings."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {
        **kept,
        "SECRET_KEY": "only-for-browser-tests-never-for-a-public-site",
        "VAR_DIR": str(var_dir),
        "PORT": str(port),
        "ADMIN_PASSWORD": PASSWORD,
        "LINK_CHECK": "no",
    }


def manage(folder: Path, command: str) -> None:
    """Run a command of the site whose data lie in the folder; what it printed stands in the error if it fails."""
    line = [sys.executable, "manage.py", command]
    done = subprocess.run(line, cwd=ROOT, env=environment(folder, free_port()), capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"manage.py {command}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


@pytest.fixture(scope="session")
def made_once(tmp_path_factory, worker_id) -> Callable[[str, Callable[[Path], None]], Path]:
    """Give a folder that all test processes of the run share; the first that asks for it fills it, the others wait."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def _made_once(name: str, fill: Callable[[Path], None]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                done.touch()
        return folder

    return _made_once


@pytest.fixture(scope="session")
def empty(made_once) -> Path:
    """The folder of an SQLite file that all migrations have run in."""
    return made_once("empty", lambda folder: manage(folder, "migrate"))


@pytest.fixture(scope="session")
def filled(made_once, empty) -> Path:
    """The folder of a site with the whole demo content: database, media, search index."""

    def fill(folder: Path) -> None:
        shutil.copy(empty / DATABASE, folder / DATABASE)
        manage(folder, "prepare")

    return made_once("filled", fill)


def is_sqlite() -> bool:
    """Whether the tests' own database is a file."""
    return connections["default"].vendor == "sqlite"


@pytest.fixture(scope="session")
def django_db_keepdb(request) -> bool:
    """Django's set-up of the test database takes the copied file as it is."""
    return is_sqlite() or request.config.option.reuse_db


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, django_db_modify_db_settings_parallel_suffix) -> None:
    """Begin each process with a copy of the migrated file."""
    if is_sqlite():
        folder = request.getfixturevalue("empty")
        shutil.copy(folder / DATABASE, connections["default"].settings_dict["TEST"]["NAME"])
