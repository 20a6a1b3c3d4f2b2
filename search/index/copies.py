"""What a process keeps of the index in memory: a copy for each generation and language, made anew when it is old."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Copy = TypeVar("Copy")
MOST_KEPT = 6  # three languages, twice while a rebuild swaps


class Copies(Generic[Copy]):
    """Copies of one kind; `make(generation, language)` reads one from the database."""

    def __init__(self, make: Callable[[int, str], Copy]):
        self._make = make
        self._lock = threading.Lock()
        self._kept: dict[tuple[int, str], tuple[object, Copy]] = {}

    def get(self, generation: int, language: str, version: object) -> Copy:
        """The copy, made anew when `version` is another than when it was made."""
        key = (generation, language)
        kept = self._kept.get(key)
        if kept and kept[0] == version:
            return kept[1]
        fresh = self._make(generation, language)
        with self._lock:
            while len(self._kept) >= MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = (version, fresh)
        return fresh

    def forget(self) -> None:
        """Read everything anew; for tests, whose changes are rolled back."""
        self._kept.clear()
