"""Publishing survives its processes being killed: nothing is lost, nothing doubled, and the drill would notice."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection, connections

from tests import postgresql
from tests.drill import outbox_kill

BASE = Path(outbox_kill.__file__).resolve().parents[2]
KILLS, SEED = 20, 20261122


@pytest.fixture
def database(tmp_path, django_db_setup, django_db_blocker):
    """The address of a database with all tables and nothing in them: a copy of the tests' own."""
    with django_db_blocker.unblock():
        yield from _sqlite(tmp_path) if connection.vendor == "sqlite" else _postgresql()


def _sqlite(folder: Path):
    copy = folder / "drill.sqlite3"
    source = connection.settings_dict["NAME"]
    with closing(sqlite3.connect(source)) as ours, closing(sqlite3.connect(copy)) as theirs:
        ours.backup(theirs)
    yield f"sqlite:///{copy}"


def _postgresql():
    source = connection.settings_dict["NAME"]
    copy = f"{source}_drill"
    connections.close_all()  # a template has no visitors
    postgresql.create(copy, template=source)
    yield postgresql.address(copy)
    postgresql.drop(copy)


def drill(database: str, *options: str) -> dict:
    """The report of a drill in processes of its own."""
    env = {"PATH": os.environ["PATH"], "DATABASE_URL": database, "SECRET_KEY": "x" * 50}
    command = [sys.executable, "-m", outbox_kill.__name__, "--seed", str(SEED), *options]
    done = subprocess.run(command, cwd=BASE, env=env, capture_output=True, text=True, timeout=600, check=False)
    assert done.stdout, done.stderr
    report = json.loads(done.stdout)
    assert bool(report["problems"]) == bool(done.returncode)
    return report


@pytest.mark.database
def test_nothing_is_lost_and_nothing_doubled_by_twenty_kills(database):
    report = drill(database, "--kills", str(KILLS))
    assert report["problems"] == []
    assert report["kills"] >= KILLS
    assert set(report["points"]) >= {"claimed", "ran", "anywhere"}
    assert report["effects"] > KILLS


@pytest.mark.parametrize(("fault", "words"), [("lost", "lost"), ("doubled", "foreign")])
def test_the_drill_notices_a_planted_fault(database, fault, words):
    report = drill(database, "--kills", "15", "--fault", fault)
    assert any(problem.startswith(words) for problem in report["problems"])
