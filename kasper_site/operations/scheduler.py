"""What happens by itself: jobs that run every so many seconds, each on its own, in one process beside the server.

An app registers its jobs in `AppConfig.ready` (`scheduler.register(job, seconds=60)`); `manage.py scheduler` runs
them. When a job ran last stands in the database, so a restart neither repeats nor forgets one, and of two schedulers
on two machines only one runs it.
"""

import logging
import signal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import close_old_connections
from django.db.models import Q
from django.utils import timezone

from kasper_site.operations.models import SchedulerBeat

logger = logging.getLogger(__name__)

EARLY = timedelta(seconds=1)
STOP_SIGNALS = {signal.SIGINT, signal.SIGTERM}


@dataclass(frozen=True)
class Job:
    """A function without arguments and how often it runs."""

    name: str
    run: Callable[[], object]
    interval: timedelta


_jobs: dict[str, Job] = {}


def register(run: Callable[[], object], *, seconds: float) -> None:
    """Run the function every `seconds`. It keeps its transactions short; what it raises is logged and kept."""
    name = f"{run.__module__}.{run.__qualname__}"
    _jobs[name] = Job(name, run, timedelta(seconds=seconds))


def every(seconds: float) -> Callable:
    """`register` as a decorator."""

    def decorate(run: Callable[[], object]) -> Callable[[], object]:
        register(run, seconds=seconds)
        return run

    return decorate


def run_due(now: datetime | None = None) -> list[str]:
    """Run every job whose time has come; the names of those that ran. One that fails does not stop the others."""
    now = now or timezone.now()
    return [job.name for job in list(_jobs.values()) if _claim(job, now) and _run(job)]


def _claim(job: Job, now: datetime) -> bool:
    """Whether the job is due and nobody else took it: one update that only one process can win."""
    SchedulerBeat.objects.get_or_create(name=job.name)
    # A timer may ring a little early; a beat far ahead is from a clock that was wrong.
    is_due = Q(last_run_at__isnull=True)
    is_due |= Q(last_run_at__lte=now - job.interval + EARLY) | Q(last_run_at__gt=now + job.interval)
    return bool(SchedulerBeat.objects.filter(is_due, name=job.name).update(last_run_at=now))


def _run(job: Job) -> bool:
    """Run the job and keep its error. The same error again and again is logged once."""
    before = SchedulerBeat.objects.values_list("last_error", flat=True).get(name=job.name)
    after = ""
    try:
        job.run()
    except Exception as error:
        after = describe(error)
        if after != before:
            logger.exception("Scheduled job failed: %s", job.name)
    if after != before:
        SchedulerBeat.objects.filter(name=job.name).update(last_error=after)
    return True


def describe(error: Exception) -> str:
    """An error, or each one of a group, in a line of its own."""
    if isinstance(error, ExceptionGroup):
        return "\n".join(describe(part) for part in error.exceptions)
    notes = "".join(f" ({note})" for note in getattr(error, "__notes__", []))
    return f"{type(error).__name__}: {error}{notes}"


def run_forever(seconds: float) -> None:
    """Look for due jobs every `seconds` until SIGTERM or Ctrl-C; a job that is running then is let finish."""
    signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)
    while True:
        try:
            close_old_connections()
            run_due()
        except Exception:
            logger.exception("The scheduler could not look for due jobs; it tries again")
        if signal.sigtimedwait(STOP_SIGNALS, seconds):
            return
