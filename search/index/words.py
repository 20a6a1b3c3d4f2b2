"""The vocabulary in memory: one per generation and language, read anew when the index has changed."""

import threading

from search.models import Entry, IndexedWord
from search.vocabulary import Vocabulary

_lock = threading.Lock()
_kept: dict[tuple[int, str], tuple[object, Vocabulary]] = {}
MOST_KEPT = 6  # three languages, twice while a rebuild swaps


def vocabulary(generation: int, language: str, version: object) -> Vocabulary:
    """The words of a generation in one language, read anew when `version` is another."""
    key = (generation, language)
    kept = _kept.get(key)
    if kept and kept[0] == version:
        return kept[1]
    rows = IndexedWord.objects.filter(generation=generation, language=language)
    total = Entry.objects.filter(generation=generation, language=language).count()
    fresh = Vocabulary(rows.values_list("word", "is_lemma", "count").iterator(), total)
    with _lock:
        while len(_kept) >= MOST_KEPT:
            _kept.pop(next(iter(_kept)))
        _kept[key] = (version, fresh)
    return fresh


def forget() -> None:
    """Read everything anew at the next search; for tests, whose changes are rolled back."""
    _kept.clear()
