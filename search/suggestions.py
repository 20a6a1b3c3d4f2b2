"""What a text that is being typed may become: promoted terms, names of services and places, titles of what is found.

Beginnings of words are compared without accents. Titles stand in memory, hidden ones too; each time the one rule of
visibility is asked about those that match.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from django.utils.translation import ngettext

from kasper_site.directory import usage
from kasper_site.directory.models import Place, Service
from search import promotions, scope
from search.analysis import fold, normalise, words
from search.index.copies import Copies
from search.index.state import state
from search.models import Entry

MOST = 8
SHORTEST = 2  # letters before anything is suggested
ASKED_AT_ONCE = 40  # titles whose visibility is asked in one go
LAST_CHARACTER = "\U0010ffff"


def answer(text: str, language: str) -> dict:
    """What the field's script reads: the suggestions, and how many there are in words, to be read aloud."""
    found = suggestions(text, language)
    # Translators: read aloud while somebody types in the search field
    count = ngettext("%(number)d suggestion", "%(number)d suggestions", len(found)) % {"number": len(found)}
    return {"suggestions": found, "words": count if found else ""}


def suggestions(text: str, language: str) -> list[str]:
    """At most 8 texts in which every typed word begins a word; each once, whatever its capitals."""
    typed = _folded_words(text)
    if sum(map(len, typed)) < SHORTEST:
        return []
    every = chain(promotions.promoted_terms(text, language), _names(typed), _visible_titles(typed, language))
    found: dict[str, str] = {}
    for suggestion in every:
        found.setdefault(normalise(suggestion), suggestion)
        if len(found) == MOST:
            break
    return list(found.values())


def _folded_words(text: str) -> list[str]:
    return [fold(word.text) for word in words(text)]


# --- Names ------------------------------------------------------------------------------------------------------------
def _names(typed: list[str]) -> Iterator[str]:
    """The names of services and places, in the active language, of which a visitor reads on some page now."""
    for point in chain(Service.objects.all(), Place.objects.all()):
        own = _folded_words(point.name)
        if all(any(word.startswith(start) for word in own) for start in typed) and usage.is_public(point):
            yield point.name


# --- Titles -----------------------------------------------------------------------------------------------------------
class Titles:
    """Titles by the beginnings of their words. Made of rows (key of the entry, title)."""

    def __init__(self, rows: Iterable[tuple[int, str]]):
        self.rows = list(rows)
        self.folded = [_folded_words(title) for _entry, title in self.rows]
        pieces = ((number, piece) for number, own in enumerate(self.folded) for word in own for piece in _pieces(word))
        self._starts = sorted((piece, number) for number, piece in pieces)

    def beginning(self, typed: list[str]) -> list[tuple[int, str]]:
        """The rows in which every typed word begins a word; those that begin with the text first, then short ones."""
        numbers = set.intersection(*map(self._with, typed))
        ordered = sorted(numbers, key=lambda number: (not self._begins(number, typed), len(self.rows[number][1])))
        return [self.rows[number] for number in ordered]

    def _with(self, start: str) -> set[int]:
        first = bisect_left(self._starts, (start, -1))
        last = bisect_left(self._starts, (start + LAST_CHARACTER, -1))
        return {number for _piece, number in self._starts[first:last]}

    def _begins(self, number: int, typed: list[str]) -> bool:
        own = self.folded[number]
        return len(own) >= len(typed) and all(map(str.startswith, own, typed))


def _pieces(word: str) -> set[str]:
    """A word, and what follows each hyphen in it."""
    return {word, *filter(None, word.split("-"))}


def _visible_titles(typed: list[str], language: str) -> Iterator[str]:
    row = state()
    rows = iter(_copies.get(row.generation, language, row.version).beginning(typed))
    among = scope.public(language)
    while some := list(islice(rows, ASKED_AT_ONCE)):
        allowed = among.owners(entry for entry, _title in some)
        yield from (title for entry, title in some if entry in allowed)


def _read_titles(generation: int, language: str) -> Titles:
    entries = Entry.objects.filter(generation=generation, language=language, part=1)
    return Titles(entries.values_list("pk", "title"))


_copies = Copies(_read_titles)
