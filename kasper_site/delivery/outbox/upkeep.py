"""Receipts are kept for a year; that a page was published is kept for ever."""

from datetime import datetime, timedelta

from django.utils import timezone

from kasper_site.delivery.models import Effect

KEPT = timedelta(days=365)
FINISHED = [Effect.State.DONE, Effect.State.FAILED, Effect.State.DROPPED]


def delete_old(now: datetime | None = None) -> int:
    """Delete what was written a year ago and is not waiting any more; how many effects.

    Publications stay: without them a page that is still visible would count as published anew.
    """
    old = Effect.objects.filter(state__in=FINISHED, created_at__lt=(now or timezone.now()) - KEPT)
    return old.delete()[0]
