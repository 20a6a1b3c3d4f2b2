"""What means the same as what was typed, as editors have told; asked of the database for every search anew."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from search import rank
from search.match import Phrase, Synonyms
from search.models import SynonymGroup
from search.plan import base_forms


def of(language: str) -> Synonyms:
    """The look-up of one language: typed words, in whatever form, to what means the same. One query.

    A phrase counts where its words stand beside each other in its order; what means the same then does so for each.
    """
    known: dict[Phrase, list[Phrase]] = defaultdict(list)
    for group in SynonymGroup.objects.filter(language=language):
        members = [tuple(rank.telling_words(phrase, language)) for phrase in group.phrases]
        for number in range(len(group.asked_for)):
            for forms in _forms(members[number], language):
                known[forms] += members[:number] + members[number + 1 :]
    longest = max(map(len, known), default=0)

    def same(words: Sequence[str]) -> list[list[Phrase]]:
        found: list[list[Phrase]] = [[] for _word in words]
        for start in range(len(words)):
            for end in range(start + 1, min(start + longest, len(words)) + 1):
                meanings = [phrase for forms in _forms(words[start:end], language) for phrase in known.get(forms, ())]
                for place in range(start, end):
                    found[place] += meanings
        return found

    return same


def _forms(words: Sequence[str], language: str) -> Iterator[Phrase]:
    """The words in base form, each in every one that it may have."""
    return product(*(base_forms(word, language) for word in words))
