"""Jobs run when they are due, each on its own."""

import logging
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from kasper_site.operations import scheduler
from kasper_site.operations.models import SchedulerBeat
from tests.operations.commands import is_gone

BASE = Path(scheduler.__file__).resolve().parents[2]
NOW = timezone.now()
database = [pytest.mark.django_db, pytest.mark.database]
ran: list[str] = []


def good():
    ran.append("good")


def bad():
    ran.append("bad")
    raise ValueError("no such page")


@pytest.fixture(autouse=True)
def no_jobs(monkeypatch):
    monkeypatch.setattr(scheduler, "_jobs", {})
    ran.clear()


class TestRunDue:
    pytestmark = database

    def test_one_that_fails_does_not_stop_the_others(self):
        scheduler.register(bad, seconds=10)
        scheduler.register(good, seconds=10)
        assert scheduler.run_due(NOW) == [f"{__name__}.bad", f"{__name__}.good"]
        beats = {beat.name: beat for beat in SchedulerBeat.objects.all()}
        assert beats[f"{__name__}.bad"].last_error == "ValueError: no such page"
        assert beats[f"{__name__}.good"].last_error == ""
        assert {beat.last_run_at for beat in beats.values()} == {NOW}

    def test_each_runs_in_its_own_time(self):
        scheduler.every(10)(good)
        scheduler.every(3600)(bad)
        for second in (0, 4, 10, 21):
            scheduler.run_due(NOW + timedelta(seconds=second))
        assert ran == ["good", "bad", "good", "good"]

    def test_a_timer_that_rings_a_moment_early_does_not_lose_a_turn(self):
        scheduler.register(good, seconds=10)
        scheduler.run_due(NOW)
        assert scheduler.run_due(NOW + timedelta(seconds=9.99))

    def test_a_clock_that_was_far_ahead_does_not_stop_a_job(self):
        scheduler.register(good, seconds=10)
        scheduler.run_due(NOW + timedelta(days=365))
        assert scheduler.run_due(NOW)

    def test_of_two_schedulers_one_runs_a_job(self):
        scheduler.register(good, seconds=10)
        job = scheduler._jobs[f"{__name__}.good"]
        assert scheduler._claim(job, NOW)
        assert not scheduler._claim(job, NOW)

    def test_an_error_is_logged_once_and_forgotten_when_it_is_over(self, caplog):
        caplog.set_level(logging.ERROR)
        scheduler.register(bad, seconds=10)
        scheduler.run_due(NOW)
        scheduler.run_due(NOW + timedelta(seconds=10))
        assert len(caplog.records) == 1
        job = scheduler._jobs[f"{__name__}.bad"]
        scheduler._run(scheduler.Job(job.name, good, job.interval))
        assert SchedulerBeat.objects.get(name=job.name).last_error == ""

    def test_each_error_of_a_group_has_a_line(self):
        first, second = ValueError("one"), OSError("two")
        second.add_note("page 7")
        assert scheduler.describe(ExceptionGroup("both", [first, second])) == "ValueError: one\nOSError: two (page 7)"

    def test_the_command_runs_what_is_due_once(self, capsys):
        scheduler.register(good, seconds=10)
        call_command("scheduler", "--once")
        assert capsys.readouterr().out == "Jobs run: 1\n"
        call_command("scheduler", "--once")
        assert capsys.readouterr().out == "Jobs run: 0\n"


def test_publishing_is_among_the_jobs():
    code = "import django; django.setup(); from kasper_site.operations import scheduler; print(list(scheduler._jobs))"
    done = subprocess.run([sys.executable, "-c", code], cwd=BASE, capture_output=True, text=True, check=True)
    assert "kasper_site.operations.publishing.publish_due" in done.stdout


TICKING = """
import django; django.setup()
from kasper_site.operations import scheduler
ticks = iter(range(9))
def run_due():
    print("tick", flush=True)
    if next(ticks) == 0:
        raise OSError("the database is away")
scheduler.run_due = run_due
scheduler.run_forever(0.05)
print("stopped", flush=True)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_survives_a_database_that_is_away_and_stops_when_asked(number):
    with subprocess.Popen([sys.executable, "-c", TICKING], cwd=BASE, stdout=-1, stderr=-1, text=True) as process:
        assert [process.stdout.readline() for _ in range(3)] == ["tick\n"] * 3
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out.endswith("stopped\n")) == (0, True)
    assert "could not look for due jobs" in err


CHILD = """
import os, time
from kasper_site.operations.processes import end_with
end_with(os.getppid())
print(os.getpid(), flush=True)
time.sleep(60)
"""
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {CHILD!r}])"


def test_a_child_ends_with_its_parent():
    process = subprocess.Popen([sys.executable, "-c", PARENT], cwd=BASE, stdout=-1, text=True)
    pid = int(process.stdout.readline())
    os.kill(pid, 0)
    process.kill()
    process.communicate()
    assert is_gone(pid)
