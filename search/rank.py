"""From a typed text to entries, best first: the one function that page, suggestions and measurement ask."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from search import analysis
from search.match import Among, Synonyms, match, no_synonyms
from search.plan import Wanted, first

MAX_CHARACTERS = 100
MAX_WORDS = 8
A_WORD_MORE = 1_000  # outweighs every other difference


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: `scores` by entry, best first, and the terms that each typed word was looked for by."""

    scores: dict[int, float]
    wanted: tuple[Wanted, ...]


def query_words(text: str) -> list[str]:
    """The typed text as the engine takes it: at most 8 normalised words of at most 100 characters together.

    The pieces of a word with hyphens are joined again where somebody wrote them so.
    """
    return analysis.typed_words(analysis.plain(text)[:MAX_CHARACTERS])[:MAX_WORDS]


def telling_words(text: str, language: str) -> list[str]:
    """The words of a text without those that say little by themselves, unless there are no others."""
    words = query_words(text)
    return [words[place] for place in _telling(words, language)]


def _telling(words: list[str], language: str) -> Sequence[int]:
    """The places of those words."""
    every = range(len(words))
    return [place for place in every if not analysis.is_stop_word(words[place], language)] or every


def find(text: str, among: Among, synonyms: Synonyms = no_synonyms) -> Found:
    """Entries among what may be found that match the typed text; those with more of its words come first.

    A word weighs by its rarity: BM25's inverse document frequency.
    """
    scores: dict[int, float] = defaultdict(float)
    words = query_words(text)
    places = _telling(words, among.language)
    wanted = tuple(first(words[place], among.language, among.vocabulary) for place in places)
    same = synonyms([want.likeliest for want in wanted])
    for place, want, phrases in zip(places, wanted, same, strict=True):
        joined = [compound for compound in _joined(words, place) if _is_known(compound, among)]
        worths = match(want, joined, phrases, among)
        rarity = log(1 + among.vocabulary.total / (len(worths) + 0.5))
        for entry, owner in among.owners(worths).items():
            scores[entry] += A_WORD_MORE + worths[entry] * rarity * among.lifted.get(owner, 1)
    ordered = sorted(scores, key=lambda entry: (-scores[entry], entry))
    return Found({entry: scores[entry] for entry in ordered}, wanted)


def _joined(words: list[str], place: int) -> list[str]:
    """The word written together with the one before and the one after it: *vertais tuki*, *VOIKUKKIA ryhmä*."""
    pairs = (words[max(place - 1, 0) : place + 1], words[place : place + 2])
    return [hyphen.join(pair) for pair in pairs if len(pair) == 2 for hyphen in ("", "-")]


def _is_known(compound: str, among: Among) -> bool:
    forms = (compound, *analysis.terms(compound, among.language).lemmas)
    return any(form in among.vocabulary for form in forms)
