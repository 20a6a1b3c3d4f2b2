"""A word's terms by kind, in any of the site's languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

ANALYSER_VERSION = "2"
CACHED_WORDS = 30_000


@dataclass(frozen=True, slots=True)
class Terms:
    """What a word is found by, from the surest kind to the least sure; no term stands in two kinds.

    `surface`: as written. `lemmas`: base forms by a plain reading. `parts`: parts of a compound, in base form, rows of
    neighbouring parts included. `roots`: what stands behind a derivation, readings as an unlikely compound, stems.
    `is_known`: whether the dictionary knows the word. `choices`: between how many base forms the lemmas are a choice.
    """

    surface: str
    lemmas: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()
    is_known: bool = False
    choices: int = 1


def distinct(surface: str, lemmas: Iterable[str], parts: Iterable[str], roots: Iterable[str], **rest) -> Terms:
    """Terms where each stands in its surest kind only; a lemma may equal the surface."""
    lemmas = tuple(dict.fromkeys(lemmas))
    parts = tuple(part for part in dict.fromkeys(parts) if part not in lemmas)
    roots = tuple(root for root in dict.fromkeys(roots) if root not in lemmas and root not in parts)
    return Terms(surface, lemmas, parts, roots, **rest)


@lru_cache(maxsize=CACHED_WORDS)
def terms(word: str, language: str = "fi") -> Terms:
    """The terms of one normalised word."""
    from search.analysis import finnish, stems

    return finnish.terms(word) if language == "fi" else stems.terms(word, language)


def is_base_form(word: str, language: str) -> bool:
    """Whether the dictionary knows the word as it stands; only Finnish has one."""
    from search.analysis import finnish

    return language == "fi" and finnish.is_base_form(word)


def with_dots(word: str) -> list[str]:
    """The Finnish words that this one may be, typed without the dots of ä and ö."""
    from search.analysis import finnish

    return finnish.with_dots(word)
