"""The words that the index holds, for what a typed word may have been meant to be."""

from collections import defaultdict
from collections.abc import Iterable
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.analysis import fold
from search.slips import cost

SHORTEST_MENDED = 4  # letters
LONG_WORD = 8  # letters from which two slips are thinkable
LEMMA_LIFT, COUNT_LIFT = 0.1, 0.03  # how much closer a base form, and a word of many texts, counts
TWO_SLIPS = 1.6


class Vocabulary:
    """Words of one language, for look-ups by folded form and by nearness.

    Made of rows (word, whether it is a base form, in how many entries it stands); `total` is the number of entries.
    """

    def __init__(self, rows: Iterable[tuple[str, bool, int]] = (), total: int = 0):
        self.total = total
        self.counts: dict[str, int] = {}
        self.lemmas: set[str] = set()
        self.by_length: dict[int, list[str]] = defaultdict(list)
        self._folded: dict[str, list[str]] = defaultdict(list)
        for word, is_lemma, count in sorted(rows):
            self.counts[word] = count
            self.by_length[len(word)].append(word)
            if is_lemma:
                self.lemmas.add(word)
            if (folded := fold(word)) != word:
                self._folded[folded].append(word)

    def __contains__(self, word: str) -> bool:
        return word in self.counts

    def same_folded(self, word: str) -> list[str]:
        """Other words that a writer without ä, ö and å types as `word`; base forms first."""
        folded = fold(word)
        found = self._folded.get(folded, []) + ([folded] if folded in self.counts else [])
        return sorted((other for other in found if other != word), key=lambda other: other not in self.lemmas)

    def near(self, word: str, slips: int, limit: int) -> list[str]:
        """Words at that many slips from `word`, the likeliest first; none for a word that is too short for so many."""
        if len(word) < (SHORTEST_MENDED if slips == 1 else LONG_WORD):
            return []
        lengths = range(len(word) - slips, len(word) + slips + 1)
        choices = [choice for length in lengths for choice in self.by_length.get(length, ()) if choice != word]
        found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=slips, limit=None)
        return sorted((choice for choice, *_ in found), key=lambda choice: self._cost(word, choice))[:limit]

    def _cost(self, word: str, choice: str) -> float:
        slip = cost(word, choice) if OSA.distance(word, choice) < 2 else TWO_SLIPS
        return slip - LEMMA_LIFT * (choice in self.lemmas) - COUNT_LIFT * log(1 + self.counts[choice])
