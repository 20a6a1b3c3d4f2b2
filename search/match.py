"""How well entries match one typed word: the sure tiers first, then what the word may have been meant to be."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from search import plan
from search.index.postings import postings
from search.plan import SYNONYM, Wanted, base_forms, sure, unknown_base
from search.tokens import LEMMA, LEVELS, SURFACE, TITLE
from search.vocabulary import Vocabulary

LEAST_SHARE = 0.72  # of a match's worth, for a text in which the term is of the least weight
AGREEMENT = 0.003  # for other terms of the word in the same text: which of two that match as well comes first

Worths = dict[int, float]  # how well an entry matches (0–1), by its key
Phrase = tuple[str, ...]  # words that are looked for together
Synonyms = Callable[[Sequence[str]], list[list[Phrase]]]  # for each typed word what means the same, see no_synonyms


class Among(Protocol):
    """What may be found; see `search.scope.Scope`."""

    language: str
    vocabulary: Vocabulary
    lifted: Mapping[str, float]

    def owners(self, entries: Iterable[int]) -> dict[int, str]:
        """Those of the entries that may be found."""


def no_synonyms(words: Sequence[str]) -> list[list[Phrase]]:
    """For each of the typed words what means the same as it, or as the phrase that it is a word of; here nothing."""
    return [[] for _word in words]


def match(want: Wanted, joined: Iterable[str], phrases: Sequence[Phrase], among: Among) -> Worths:
    """How well each entry matches a typed word; `want`, as `plan.first` makes it, learns what else is looked for.

    `joined`: the compounds that it makes with the words beside it; `phrases`: what means the same.
    """
    language = among.language
    want.join(unknown_base(want.word, language, among.vocabulary), 1.0)
    for compound in joined:
        want.join(sure(compound, language), 1.0)
    for phrase in phrases:
        if len(phrase) == 1:
            want.join(sure(phrase[0], language), SYNONYM)
    worths, held = _worths(want, among)
    by_phrase = _by_phrases(want, [phrase for phrase in phrases if len(phrase) > 1], among)
    worths = _best(worths, by_phrase)
    if not by_phrase and all(want.weights[term] < SYNONYM for term in held):
        worths, held = _guesses(want, worths, held, among)
    want.meant = next((other for other in want.readings if held & {SURFACE + other, LEMMA + other}), "")
    return worths


def _guesses(want: Wanted, worths: Worths, held: set[str], among: Among) -> tuple[Worths, set[str]]:
    """The next tier that has anything: accents left out, one slip, the parts of the compound, two slips."""
    typed = want.word, among.language, among.vocabulary
    if not (
        _stands_for(want, plan.same_but_accents(*typed), plan.FOLDED, 1, among)
        or _stands_for(want, plan.forms_but_accents(*typed), plan.FOLDED, 1, among)
        or _stands_for(want, plan.slips(*typed, 1), plan.MENDED, plan.NEXT_MENDED, among)
    ):
        worths = _best(worths, _with_all(want, plan.simple_parts(want.word, among.language), plan.SPLIT, among))
        if worths:
            return worths, held
        _stands_for(want, plan.slips(*typed, 2), plan.MENDED, plan.NEXT_MENDED, among)
    return _worths(want, among)


def _stands_for(want: Wanted, others: Sequence[str], share: float, next_share: float, among: Among) -> bool:
    """Look for other words too, as far as something that may be found holds them; whether there are any.

    A word that stands on hidden pages alone counts for nothing, so that no search tells that it is there.
    """
    language = among.language
    terms = {other: {SURFACE + other, *(LEMMA + base for base in base_forms(other, language))} for other in others}
    meant = _held(terms, among)[: plan.MOST_MENDED]
    want.readings = [*want.readings, *meant]
    want.join(plan.instead(want.word, meant, share, next_share, language), 1.0)
    return bool(meant)


def _by_phrases(want: Wanted, phrases: Iterable[Phrase], among: Among) -> Worths:
    """Entries that hold every word of a synonym of several words."""
    best: Worths = {}
    for phrase in phrases:
        best = _best(best, _with_all(want, phrase, SYNONYM, among))
    return best


def _with_all(want: Wanted, words: Iterable[str], share: float, among: Among) -> Worths:
    """Entries that hold all the words, worth a share of the least; `want` learns what to mark."""
    pieces = [sure(word, among.language) for word in words]
    found = [_worths(piece, among)[0] for piece in pieces]
    in_all = set.intersection(*map(set, found)) if found else set()
    for piece in pieces if in_all else ():
        want.marks.update({term: weight * share for term, weight in piece.weights.items()})
    return {entry: share * min(some[entry] for some in found) for entry in in_all}


def _best(one: Worths, other: Worths) -> Worths:
    return {entry: max(one.get(entry, 0), other.get(entry, 0)) for entry in one.keys() | other.keys()}


def _worths(want: Wanted, among: Among) -> tuple[Worths, set[str]]:
    """How well each entry that may be found matches a word, and which of the word's terms those entries hold."""
    rows = [
        (f"{level}{term}", _worth(weight, level), term)
        for term, weight in want.weights.items()
        for level in range(LEVELS)
    ]
    hits = postings([token for token, _worth, _term in rows])
    allowed = among.owners({entry for entry, _number in hits})
    best: Worths = defaultdict(float)
    every: Worths = defaultdict(float)
    held: set[str] = set()
    for entry, number in hits:
        if entry in allowed:
            _token, worth, term = rows[number]
            held.add(term)
            best[entry] = max(best[entry], worth)
            every[entry] += worth
    return {entry: worth + AGREEMENT * min(every[entry] - worth, 1) for entry, worth in best.items()}, held


def written(words: Iterable[str], among: Among) -> list[str]:
    """Those of the words that stand, as they are or as a base form, in something that may be found."""
    return _held({word: {SURFACE + word, LEMMA + word} for word in words}, among)


def _held(terms: Mapping[str, set[str]], among: Among) -> list[str]:
    """The words of which something that may be found holds a term."""
    every = Wanted("", weights={term: 1.0 for own in terms.values() for term in own})
    held = _worths(every, among)[1] if terms else set()
    return [word for word, own in terms.items() if held & own]


def _worth(weight: float, level: int) -> float:
    return weight * (LEAST_SHARE + (1 - LEAST_SHARE) * level / TITLE)
