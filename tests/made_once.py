"""What is slow to make: made by the first test process of a run that needs it, copied by the others.

`empty` is a database with every table and no content; `filled` the folder of a site with the whole demo content, and
its database: on SQLite the file in it, on PostgreSQL a template on the server.
"""

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connections
from django.test import override_settings
from wagtail.models import Site

from tests import postgresql
from tests.processes import manage

DATABASE = "db.sqlite3"


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
    """The folder of a database that all migrations have run in."""

    def fill(folder: Path) -> None:
        if not is_sqlite():
            postgresql.create(template("empty"))
        manage(folder, "migrate", _address("empty"))

    return made_once("empty", fill)


@pytest.fixture(scope="session")
def filled(made_once, empty) -> Path:
    """The folder of a site with the whole demo content: database, media, search index."""

    def fill(folder: Path) -> None:
        if is_sqlite():
            shutil.copy(empty / DATABASE, folder / DATABASE)
        else:
            postgresql.create(template("filled"), template("empty"))
        manage(folder, "prepare", _address("filled"))

    return made_once("filled", fill)


@pytest.fixture(scope="module")
def demo(filled, django_db_setup, django_db_blocker, tmp_path_factory):
    """The tests' connection and media turned, for a module, to copies of the whole demo site's.

    Not for a module in which other tests want an empty site.
    """
    place, before = tmp_path_factory.mktemp("demo"), connections["default"].settings_dict["NAME"]
    shutil.copytree(filled, place, dirs_exist_ok=True)
    name = str(place / DATABASE) if is_sqlite() else f"{before}_demo"
    # The storages hear of an overridden setting.
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=place / "media"):
        if not is_sqlite():
            postgresql.create(name, template("filled"))
        _turn(name)
        Site.objects.filter(is_default_site=True).update(hostname="localhost", port=80)
        cache.clear()
        yield
        _turn(before)
        if not is_sqlite():
            postgresql.drop(name)


def _turn(database: str) -> None:
    connection = connections["default"]
    connection.close()
    connection.settings_dict["NAME"] = database
    cache.clear()  # it knows the other database's addresses


def is_sqlite() -> bool:
    """Whether the tests' own database is a file."""
    return connections["default"].vendor == "sqlite"


def template(name: str) -> str:
    """The name of a database on the PostgreSQL server that others are copied from."""
    return f"{settings.TEST_DATABASE}_{name}"


def _address(name: str) -> str:
    """Where a command of the site finds the rows; "" for the file in its folder."""
    return "" if is_sqlite() else postgresql.address(template(name))


@pytest.fixture(scope="session")
def django_db_keepdb(request) -> bool:
    """Django's set-up of the test database takes the copied file as it is."""
    return is_sqlite() or request.config.option.reuse_db


@pytest.fixture(scope="session")
def django_db_modify_db_settings(empty, django_db_modify_db_settings_parallel_suffix) -> None:
    """Begin each process with a copy of the migrated database."""
    test = connections["default"].settings_dict["TEST"]
    if is_sqlite():
        shutil.copy(empty / DATABASE, test["NAME"])
    else:
        test["TEMPLATE"] = template("empty")


def pytest_sessionfinish(session) -> None:
    """Leave no template on the server."""
    if not hasattr(session.config, "workerinput") and not is_sqlite():
        for name in ("empty", "filled"):
            postgresql.drop(template(name))
