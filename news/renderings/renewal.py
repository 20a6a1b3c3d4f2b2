"""Finds the renderings that print what is no longer so, whatever made it so, and has the outbox make them again.

A fact changes, a person's last day passes, a page that a release names is hidden, the words about us are written anew.
So nothing hangs on who refers to what: what would be printed now is compared with what was.
"""

import logging
from datetime import datetime

from django.apps import apps
from django.db.models import Exists, OuterRef
from django.utils import timezone

from kasper_site.delivery.models import Effect
from kasper_site.delivery.outbox.recording import add
from news.renderings import kinds
from news.renderings.kinds import RECIPES
from news.renderings.making import effect_name

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 50  # the scheduler has other work


def doubt(thing: object = None) -> None:
    """Have all renderings compared anew, since something changed; one query, so that no editor waits for it."""
    apps.get_model("news", "Rendering").objects.filter(checked_at__isnull=False).update(checked_at=None)


def check_due(now: datetime | None = None) -> int:
    """The scheduler's job: compare those in doubt, and each one anew every hour; how many effects that added.

    A day begins with an hour, so the number of a person whose last day was yesterday is gone soon after midnight.
    """
    now = now or timezone.now()
    checked = apps.get_model("news", "Rendering").objects.filter(
        page=OuterRef("pk"), checked_at__gte=now.replace(minute=0, second=0, microsecond=0)
    )
    releases = apps.get_model("news", "ReleasePage").objects.visible(now).filter(~Exists(checked))
    due = releases.select_related("locale").order_by("-public_at", "pk")[:MOST_AT_ONCE]
    return sum(_checked(page, now) for page in due)


def _checked(page, now: datetime) -> int:
    """Check one release; what is wrong with it stops no other."""
    # Before it is looked at: a change that comes meanwhile puts it in doubt again.
    page.renderings.update(checked_at=now)
    try:
        return check(page)
    except Exception:
        logger.exception("The renderings of page %s could not be compared", page.pk)
        return 0


def check(page) -> int:
    """Add to the release's last publication what is to be made again; how many effects."""
    publication = page.publications.first()
    if publication is None:
        return 0  # it is about to be recorded, with an effect of each kind
    kept = {rendering.kind: rendering for rendering in page.renderings.all()}
    for kind in kept.keys() - set(kinds.of(page)):
        kept[kind].delete()  # its last picture has left the media bank, or it has become neutral outside
    waiting = set(publication.effects.filter(state=Effect.State.WAITING).values_list("kind", flat=True))
    count = 0
    for kind in kinds.of(page):
        end = _difference(page, kind, kept.get(kind), publication)
        if end and effect_name(kind) not in waiting:
            count += add(publication, effect_name(kind), end, {})
    return count


def _difference(page, kind, kept, publication) -> str:
    """What the making of a rendering's next state is called, for ever; "" where the kept one is as it should be."""
    fingerprint = RECIPES[kind].fingerprint(RECIPES[kind].source(page))
    if kept is None:
        # One that was made and is gone, as a ZIP whose pictures left the bank: each time it is another making.
        before = publication.effects.filter(kind=effect_name(kind), state=Effect.State.DONE).count()
        return f"{fingerprint[:16]}-{before}"
    if kept.source_hash == fingerprint and kept.is_there():
        return ""
    # A number may change there and back and there again: each time it is another making.
    return f"{fingerprint[:16]}-{kept.made_at:%Y%m%dT%H%M%S%f}"
