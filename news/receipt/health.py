"""Whether somebody is at work: the scheduler, and the outbox under it."""

from datetime import datetime, timedelta

from django.db.models import Max
from django.utils import timezone

from kasper_site.delivery.models import Effect
from kasper_site.operations.models import SchedulerBeat

SILENCE = timedelta(minutes=2)  # the outbox's own job runs every two seconds, and each of its turns is short
LONG = timedelta(minutes=10)


def is_silent(now: datetime | None = None) -> bool:
    """Whether the scheduler has run no job for a while: it is not there, or hangs."""
    now = now or timezone.now()
    return not SchedulerBeat.objects.filter(last_run_at__gt=now - SILENCE).exists()


def is_stuck(now: datetime | None = None) -> bool:
    """Whether work has been due for long and none has been done meanwhile: a long queue that moves is well."""
    long_ago = (now or timezone.now()) - LONG
    open_states = [Effect.State.WAITING, Effect.State.RUNNING]
    if not Effect.objects.filter(state__in=open_states, next_try_at__lt=long_ago).exists():
        return False
    last = Effect.objects.aggregate(moment=Max("done_at"))["moment"]
    return last is None or last < long_ago
