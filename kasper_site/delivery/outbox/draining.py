"""Brings about what is due: each effect is claimed, run and marked by itself."""

import logging
import time
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kasper_site.delivery.models import Effect
from kasper_site.delivery.outbox import gate
from kasper_site.delivery.outbox.kinds import LEASE, Later, NotYet, Refused, kind, kinds

logger = logging.getLogger(__name__)

WAITS = [timedelta(seconds=s) for s in (5, 30, 120, 600, 3600, 4 * 3600)]  # before each further try
MOST_TRIES = len(WAITS) + 1
MOST_AT_ONCE = 200
SECONDS = 5  # then the scheduler's other jobs have their turn, or its end


def drain(now: datetime | None = None) -> int:
    """Run what is due, each in its own time; how many were brought about. Raises for none of them.

    It does raise where the database cannot be asked or told: the row in hand is then taken up when its lease is over.
    """
    limit, done = time.monotonic() + SECONDS, 0
    with translation.override(settings.LANGUAGE_CODE):
        for pk, name in _queue(now or timezone.now()):
            done += _bring_about(pk, name)
            if time.monotonic() > limit:
                break
    return done


def _queue(now: datetime) -> Iterable[tuple[int, str]]:
    """What is due with its kind, in the order of the kinds: a thousand mails keep no page waiting."""
    places = [When(kind=one.name, then=Value(one.order)) for one in kinds()]
    first = [Case(*places, default=Value(0))] if places else []
    due = Effect.objects.filter(_due(now)).order_by(*first, "next_try_at", "pk")
    return list(due.values_list("pk", "kind")[:MOST_AT_ONCE])


def _due(now: datetime) -> Q:
    """Waiting ones whose time has come, and those under way whose lease is over: `next_try_at` is the lease's end."""
    return Q(state__in=[Effect.State.WAITING, Effect.State.RUNNING], next_try_at__lte=now)


def _bring_about(pk: int, name: str) -> bool:
    one = kind(name)
    if not _claim(pk, one.lease if one else LEASE):
        return False
    effect = Effect.objects.select_related("publication").filter(pk=pk).first()
    return bool(effect) and _run(effect)  # none: its page has been deleted


def _claim(pk: int, lease: timedelta = LEASE) -> bool:
    """Whether nobody else took it: one update that only one process can win."""
    now = timezone.now()
    mine = {"state": Effect.State.RUNNING, "next_try_at": now + lease, "tries": F("tries") + 1}
    return bool(Effect.objects.filter(_due(now), pk=pk).update(**mine))


def _run(effect: Effect) -> bool:
    one = kind(effect.kind)
    if one is None:
        return _failed(effect, _("The site does not know this kind of work any more."))
    if effect.tries > MOST_TRIES:
        return _failed(effect, _("The work was broken off each time before it was finished."))
    if not one.even_hidden and not gate.is_open(effect.publication.page_id):
        return _dropped(effect)
    try:
        note = one.run(effect)
    except Later as wait:
        return _wait(effect, wait)
    except Refused as error:
        return _failed(effect, str(error))
    except NotYet as error:
        return _again(effect, str(error))
    except Exception as error:
        logger.exception("Outbox: %s", effect.key)
        return _again(effect, f"{type(error).__name__}: {error}")
    _mark(effect, Effect.State.DONE, note or "", done_at=timezone.now())
    return True


def _wait(effect: Effect, wait: Later) -> bool:
    """Its turn comes later: as if it had not been tried."""
    _mark(effect, Effect.State.WAITING, str(wait), next_try_at=wait.moment, tries=effect.tries - 1)
    return False


def _again(effect: Effect, note: str) -> bool:
    """Wait longer after each try; after the last one it has failed."""
    if effect.tries >= MOST_TRIES:
        return _failed(effect, note)
    _mark(effect, Effect.State.WAITING, note, next_try_at=timezone.now() + WAITS[effect.tries - 1])
    return False


def _failed(effect: Effect, note: str) -> bool:
    _mark(effect, Effect.State.FAILED, note)
    return False


def _dropped(effect: Effect) -> bool:
    """Not for a page that visitors do not see; `recording.take_up_again` is for when they do."""
    _mark(effect, Effect.State.DROPPED, _("Visitors did not see the page any more. This is done when they do."))
    return False


def _mark(effect: Effect, state: str, note: str, **more) -> None:
    """Write what came of it, unless the lease is over and somebody else has taken the effect up."""
    mine = Effect.objects.filter(pk=effect.pk, state=Effect.State.RUNNING, next_try_at=effect.next_try_at)
    mine.update(state=state, note=note.replace("\0", "")[:2000], **more)
