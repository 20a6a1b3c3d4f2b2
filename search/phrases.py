"""What editors write for the search: words and phrases with commas between them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from search import analysis
from search.plan import base_forms

SEPARATORS = re.compile(r"[,;\n]")


def written(text: str) -> list[str]:
    """The words and phrases of a field as they are written, without empty ones."""
    found = (" ".join(phrase.split()) for phrase in SEPARATORS.split(analysis.plain(text)))
    return [phrase for phrase in found if any(True for _word in analysis.words(phrase))]


def words(phrase: str) -> tuple[str, ...]:
    """The words of one phrase, cut as typed ones are."""
    return tuple(analysis.typed_words(phrase))


def forms(phrase: str, language: str) -> tuple[frozenset[str], ...]:
    """Each word's base forms: two phrases whose words share one each, in this order, are the same to a visitor."""
    return tuple(frozenset(base_forms(word, language)) for word in words(phrase))


def typed(words: Sequence[str], language: str) -> list[frozenset[str]]:
    """The base forms of each typed word, and of the compounds that it makes with those beside it: *turva koti*."""
    found = [set(base_forms(word, language)) for word in words]
    for place, (one, next_one) in enumerate(pairwise(words)):
        compound = base_forms(one + next_one, language)
        found[place].update(compound)
        found[place + 1].update(compound)
    return [frozenset(forms) for forms in found]


def holds(typed: Sequence[frozenset[str]], phrase: str, language: str) -> bool:
    """Whether each word of the phrase was typed, in whatever form; `typed`: the base forms of each typed word."""
    return all(any(own & word for word in typed) for own in forms(phrase, language))


def is_same(one: tuple[frozenset[str], ...], other: tuple[frozenset[str], ...]) -> bool:
    """Whether two phrases' forms are those of the same words."""
    return len(one) == len(other) and all(a & b for a, b in zip(one, other, strict=True))
