"""The vocabulary in memory."""

from search.index.copies import Copies
from search.models import Entry, IndexedWord
from search.vocabulary import Vocabulary


def _read(generation: int, language: str) -> Vocabulary:
    rows = IndexedWord.objects.filter(generation=generation, language=language)
    total = Entry.objects.filter(generation=generation, language=language).count()
    return Vocabulary(rows.values_list("word", "is_lemma", "count").iterator(), total)


_copies = Copies(_read)
vocabulary = _copies.get  # of (generation, language, version)
forget = _copies.forget
