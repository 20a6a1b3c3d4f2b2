"""What means the same as a typed word, as editors have told; asked of the database for every search anew."""

from collections import defaultdict

from search import phrases
from search.match import Phrase, Synonyms
from search.models import SynonymGroup
from search.plan import base_forms


def of(language: str) -> Synonyms:
    """The look-up of one language: a typed word, in whatever form, to the phrases that mean the same. One query."""
    known: dict[str, list[Phrase]] = defaultdict(list)
    for group in SynonymGroup.objects.filter(language=language):
        members = [phrases.words(phrase) for phrase in group.phrases]
        for member in members[:1] if group.is_one_way else members:
            others = [other for other in members if other != member]
            for form in base_forms(member[0], language) if len(member) == 1 else ():
                known[form] += others

    def same(word: str) -> list[Phrase]:
        return [phrase for form in base_forms(word, language) for phrase in known.get(form, ())]

    return same
