"""Cuts a text into words: what counts as a word, and where it stands."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
HYPHENS = str.maketrans({"\N{HYPHEN}": "-", "\N{NON-BREAKING HYPHEN}": "-", "\N{RIGHT SINGLE QUOTATION MARK}": "'"})
WORD = re.compile(r"[^\W_]+(?:[-.:'’‐‑\xad]+[^\W_]+)*")
INSIDE = "-.:'"
LONGEST = 60  # characters of a word that are looked at; longer ones are addresses and noise


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: as it is written, normalised (lower case, NFC), and its start and end in characters."""

    written: str
    text: str
    start: int
    end: int


def composed(text: str) -> str:
    """The text in NFC: *a* with a mark after it, as some systems write *ä*, is one letter. `words` expects it."""
    return unicodedata.normalize("NFC", text)


def plain(text: str) -> str:
    """Typed or pasted text in NFC without characters that only format: direction marks, joiners, widthless spaces."""
    return "".join(c for c in composed(text) if c == SOFT_HYPHEN or unicodedata.category(c) != "Cf")


def normalise(text: str) -> str:
    """Lower case in NFC, without soft hyphens, with plain hyphens and apostrophes."""
    return composed(text).replace(SOFT_HYPHEN, "").translate(HYPHENS).lower()


def words(text: str) -> Iterator[Word]:
    """The words of a text in order; a hyphen, a full stop, a colon or an apostrophe inside a word belongs to it."""
    for found in WORD.finditer(text):
        written = found.group()
        word = "".join(filter(_is_plain, normalise(written)))[:LONGEST].strip(INSIDE)
        if word:
            yield Word(written, word, found.start(), found.end())


def typed_words(text: str) -> list[str]:
    """The normalised words of a typed text or a name; a word with hyphens is its pieces: *VOIKUKKIA-ryhmä*."""
    return [piece for word in words(composed(text)) for piece in pieces(word.text)]


def pieces(word: str) -> list[str]:
    """The pieces between a word's hyphens without single letters; *e-lomake* and *24/7-puhelin* stay whole."""
    found = [piece for piece in word.split("-") if len(piece) > 1]
    return found if len(found) > 1 and not any(map(str.isdigit, word)) else [word]


@lru_cache(maxsize=2_000)
def _is_plain(character: str) -> bool:
    """Whether both databases take the character as part of a word: letters and digits of Unicode 3.2, marks inside."""
    return unicodedata.ucd_3_2_0.category(character)[0] in "LN" or character in INSIDE


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """The text without accents: ä → a, ö → o, å → a, é → e."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
