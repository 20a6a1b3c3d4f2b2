"""The one function behind page, suggestions and admin: a typed text to what a visitor may find, best first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from search import promotions, rank, scope, synonyms
from search.analysis import Word, pieces, plain, words
from search.index.state import state
from search.models import Entry
from search.plan import Wanted
from search.sources import page_key

MAX_CHARACTERS = rank.MAX_CHARACTERS


@dataclass(frozen=True)
class Results:
    """What was found for `text`: `owners`, key (`page:12`) → key of its best entry, best first.

    `promoted`: the keys of pages that editors put first, with what they say of them.
    """

    text: str
    language: str
    owners: dict[str, int]
    wanted: tuple[Wanted, ...]
    scope: scope.Scope
    promoted: dict[int, str]

    @property
    def total(self) -> int:
        """How many things were found."""
        return len(self.owners)

    @cached_property
    def meant(self) -> str:
        """What may have been meant (*Tarkoititko…?*), if that finds something; else ""."""
        mended = {want.word: want.meant for want in self.wanted if want.meant}
        text = _with_words(self.text, mended) if mended and self.owners else ""
        return "" if text == self.text else text


def search(text: str, language: str, now: datetime | None = None) -> Results:
    """Everything that a visitor may see at `now` and that matches the typed text in one language."""
    text = plain(text)
    found_in = scope.public(language, now)
    found = rank.find(text, found_in, synonyms.of(language))
    promoted = promotions.promoted(text, language)
    owners = _first_entries(promoted, language) if promoted else {}
    for entry, owner in found_in.owners(found.scores).items():
        owners.setdefault(owner, entry)
    return Results(text, language, owners, found.wanted, found_in, promoted)


def _first_entries(pages: Iterable[int], language: str) -> dict[str, int]:
    """The first entry of each page, in the order given."""
    keys = [page_key(pk) for pk in pages]
    entries = Entry.objects.filter(generation=state().generation, language=language, key__in=keys, part=1)
    found = dict(entries.values_list("key", "pk"))
    return {key: found[key] for key in keys if key in found}


def _with_words(text: str, changes: dict[str, str]) -> str:
    """The typed text with some of its words in another form."""
    shown, place = [], 0
    for word in words(text):
        shown += [text[place : word.start], _changed(word, changes)]
        place = word.end
    return "".join([*shown, text[place:]])


def _changed(word: Word, changes: dict[str, str]) -> str:
    """A word as it is written, or with the pieces between its hyphens in another form."""
    own = pieces(word.text)
    return "-".join(changes.get(piece, piece) for piece in own) if changes.keys() & set(own) else word.written
