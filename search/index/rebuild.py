"""Builds the index anew beside the one that answers, then lets the new one answer: there is no empty moment."""

from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from search import analysis
from search.index import entries
from search.index.postings import settle
from search.index.state import state
from search.models import SCRATCH, Entry, IndexedWord, IndexState

DELETED_AT_ONCE = 500

Progress = Callable[[int], object]


class Overtaken(Exception):
    """Another rebuild began after this one and takes its place."""


def rebuild(sources: Iterable[entries.Source], progress: Progress = lambda done: None) -> int:
    """Index the sources and let them answer; how many there were. What is published meanwhile goes into both."""
    generation = _begin()
    try:
        done = 0
        for _source in entries.fill(sources, generation):
            done += 1
            progress(done)
        settle()
        _swap(generation)
    except BaseException:
        IndexState.objects.filter(building=generation).update(building=None)
        raise
    _clear_others(generation)
    return done


def analyser_in_use() -> str:
    """The analyser and the engine that texts are indexed by now."""
    return f"{analysis.ANALYSER_VERSION}/{analysis.engine_name()}"


def _begin() -> int:
    with transaction.atomic():
        row = state()
        used = Entry.objects.filter(generation__lt=SCRATCH).aggregate(newest=Max("generation"))["newest"] or 0
        generation = max(row.generation, row.building or 0, used) + 1
        IndexState.objects.filter(pk=row.pk).update(building=generation)
    return generation


def _swap(generation: int) -> None:
    now = timezone.now()
    swapped = IndexState.objects.filter(building=generation).update(
        generation=generation, building=None, analyser=analyser_in_use(), built_at=now, changes=F("changes") + 1
    )
    if not swapped:
        raise Overtaken


def _clear_others(generation: int) -> None:
    """Throw away older generations, little by little so that nobody waits for it."""
    for model in (Entry, IndexedWord):
        old = model.objects.filter(generation__lt=generation)
        while pks := list(old.values_list("pk", flat=True)[:DELETED_AT_ONCE]):
            model.objects.filter(pk__in=pks).delete()
