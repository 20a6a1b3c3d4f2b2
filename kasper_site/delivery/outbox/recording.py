"""Writes publications and their effects, each once."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page

from kasper_site.delivery.models import Effect, Publication
from kasper_site.delivery.outbox.kinds import kinds


def record(page: Page, published_at: datetime, public_at: datetime | None = None) -> Publication | None:
    """Write a page's publication at a moment with all of its effects; None if it is written already."""
    with transaction.atomic():
        is_first = not Publication.objects.filter(page_id=page.pk).exists()
        which = {"page_id": page.pk, "published_at": published_at}
        defaults = {"is_first": is_first, "public_at": max(published_at, public_at or published_at)}
        publication, is_new = Publication.objects.get_or_create(**which, defaults=defaults)
        if not is_new:
            return None
        effects = [
            Effect(**_values(publication, one.name, end, payload))
            for one in kinds()
            for end, payload in one.wanted(page, publication)
        ]
        Effect.objects.bulk_create(effects, batch_size=500, ignore_conflicts=True)
    return publication


def add(publication: Publication, name: str, end: str, payload: dict) -> bool:
    """Write an effect of a publication, perhaps one that turned out later; False if it is written already."""
    values = _values(publication, name, end, payload)
    return Effect.objects.get_or_create(key=values.pop("key"), defaults=values)[1]


def _values(publication: Publication, name: str, end: str, payload: dict) -> dict:
    key = ":".join([name, str(publication.page_id), publication.published_at.isoformat(), *([end] if end else [])])
    return {
        "publication": publication,
        "kind": name,
        "key": key,
        "payload": payload,
        "next_try_at": timezone.now(),
    }


def retry(effect: Effect, now: datetime | None = None) -> bool:
    """Try a failed effect again, from the beginning; False if it is not failed any more."""
    return bool(retry_all(Effect.objects.filter(pk=effect.pk), now))


def retry_all(effects: QuerySet, now: datetime | None = None) -> int:
    """Try the failed ones among effects again, from the beginning; how many."""
    return _from_the_beginning(effects.filter(state=Effect.State.FAILED), now)


def take_up_again(visible: QuerySet) -> int:
    """Bring about after all what was left undone for pages that visitors see again; how many effects."""
    left = Effect.objects.filter(state=Effect.State.DROPPED, publication__page__in=visible.values("pk"))
    pks = list(left.values_list("pk", flat=True))
    return _from_the_beginning(Effect.objects.filter(pk__in=pks, state=Effect.State.DROPPED)) if pks else 0


def _from_the_beginning(effects: QuerySet, now: datetime | None = None) -> int:
    return effects.update(state=Effect.State.WAITING, tries=0, note="", next_try_at=now or timezone.now())
