"""`manage.py opening_hours`: the same answer as the pages, for machines and for people."""

import json
import subprocess
import sys
from datetime import date, time
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from kasper_site.directory.models import HoursException, WeeklyHours
from tests import factories

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def tukiluuri(db):
    service = factories.make_service(0, slug="tukiluuri")
    WeeklyHours.objects.create(service=service, weekday=2, opens=time(10), closes=time(12))
    return service


def ask(*arguments: str) -> str:
    out = StringIO()
    call_command("opening_hours", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.usefixtures("tukiluuri")
def test_the_line_of_the_contract():
    assert ask("tukiluuri", "--at", "2026-11-25T10:30", "--json") == (
        '{"slug":"tukiluuri","at":"2026-11-25T10:30:00+02:00","open":true,"until":"2026-11-25T12:00:00+02:00",'
        '"next_open":"2026-12-02T10:00:00+02:00","reason":"weekly"}\n'
    )


@pytest.mark.usefixtures("tukiluuri")
@pytest.mark.parametrize(
    ("at", "wanted"),
    [
        ("2026-11-25T12:00", (False, None, "2026-12-02T10:00:00+02:00", "weekly")),
        ("2027-01-06T10:30", (False, None, "2027-01-13T10:00:00+02:00", "holiday")),
        ("2026-11-25T08:30Z", (True, "2026-11-25T12:00:00+02:00", "2026-12-02T10:00:00+02:00", "weekly")),
        ("2026-10-25T03:30", (False, None, "2026-10-28T10:00:00+02:00", "weekly")),
    ],
)
def test_other_moments(at, wanted):
    answer = json.loads(ask("tukiluuri", "--at", at, "--json"))
    assert (answer["open"], answer["until"], answer["next_open"], answer["reason"]) == wanted


@pytest.mark.usefixtures("tukiluuri")
@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2026-10-25T03:30", "2026-10-25T03:30:00+03:00"),  # doubled: the first
        ("2026-10-25T03:30+02:00", "2026-10-25T03:30:00+02:00"),  # unless it says the second
        ("2026-03-29T03:30", "2026-03-29T04:30:00+03:00"),  # skipped: what the clock then shows
    ],
)
def test_the_hour_of_a_clock_change(at, shown):
    assert json.loads(ask("tukiluuri", "--at", at, "--json"))["at"] == shown


def test_an_exception_and_a_break_are_named(tukiluuri):
    for opens, closes in ((time(9), time(10)), (time(13), time(14))):
        HoursException.objects.create(service=tukiluuri, date=date(2026, 11, 25), opens=opens, closes=closes)
    reasons = {
        clock: json.loads(ask("tukiluuri", "--at", f"2026-11-25T{clock}", "--json"))["reason"]
        for clock in ("08:00", "11:00", "13:30")
    }
    assert reasons == {"08:00": "exception", "11:00": "break", "13:30": "exception"}


@pytest.mark.usefixtures("tukiluuri")
def test_in_words():
    assert ask("tukiluuri", "--at", "2026-11-25T10:30") == "Auki nyt, sulkeutuu klo 12\n".replace(
        "klo ", "klo\N{NO-BREAK SPACE}"
    )


@pytest.mark.usefixtures("tukiluuri")
@pytest.mark.parametrize(
    "arguments",
    [
        ["nix"],
        ["tuki\nluuri"],
        ["\udcff"],
        ["tukiluuri", "--at", "huomenna"],
        ["tukiluuri", "--at", "9999-12-31T23:59"],
        ["tukiluuri", "--at", ""],
    ],
)
def test_what_is_unknown_is_one_line(arguments):
    with pytest.raises(CommandError) as refused:
        ask(*arguments)
    assert refused.value.returncode == 2
    assert "\n" not in str(refused.value)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="one database is enough for the exit")
def test_the_exit_is_2(tmp_path):
    environment = {"VAR_DIR": str(tmp_path), "SECRET_KEY": "x" * 60, "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "manage.py", "opening_hours", "tukiluuri", "--at", "huomenna"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
