"""Measures the engine on a set of texts and queries: indexes them alone, in a generation of their own, and asks."""

import json
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from django.db import transaction

from search import rank, scope
from search.index import entries
from search.index.postings import settle
from search.models import SCRATCH, Entry, IndexedWord

MOST_RESULTS = 200


def read_lines(path: Path) -> list[dict]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@contextmanager
def scratch_index(documents: Iterable[dict]) -> Iterator[int]:
    """A generation that holds the documents (`id`, `lang`, `title`, `text`) alone and is gone afterwards."""
    generation = SCRATCH + os.getpid() % 100_000_000
    try:
        with transaction.atomic():
            _clear(generation)
            for _source in entries.fill(map(_as_source, documents), generation):
                pass
        settle()
        yield generation
    finally:
        with transaction.atomic():
            _clear(generation)


def answers(queries: Iterable[dict], generation: int) -> Iterator[dict]:
    """For each query (`qid`, `q`, `lang`, Finnish by default) the ids found, best first, and the time in ms."""
    for query in queries:
        language = query.get("lang", "fi")
        start = time.perf_counter()
        found = rank.find(query["q"], scope.whole(generation, language))
        best = list(islice(found.scores, MOST_RESULTS))
        keys = dict(Entry.objects.filter(pk__in=best).values_list("pk", "key"))
        ids = list(dict.fromkeys(keys[entry] for entry in best))
        yield {"qid": query["qid"], "ids": ids, "ms": round((time.perf_counter() - start) * 1000, 2)}


def _as_source(document: dict) -> entries.Source:
    return entries.Source(
        key=str(document["id"]),
        language=document.get("lang") or "fi",
        title=document.get("title") or "",
        texts=(document.get("text") or "",),
    )


def _clear(generation: int) -> None:
    Entry.objects.filter(generation=generation).delete()
    IndexedWord.objects.filter(generation=generation).delete()
