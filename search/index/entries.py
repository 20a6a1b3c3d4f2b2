"""Writes entries of a generation: what stands in the index for one thing that can be found."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import IntegrityError, connection

from search import tokens
from search.analysis import composed
from search.models import Entry

ADD_WORDS = """
INSERT INTO search_indexedword (generation, language, word, is_lemma, count) VALUES {values}
ON CONFLICT (generation, language, word) DO UPDATE
SET count = search_indexedword.count + excluded.count, is_lemma = search_indexedword.is_lemma OR excluded.is_lemma
"""
WORDS_AT_ONCE = 400  # rows of a statement; SQLite takes 32,766 parameters
MOST_CHARACTERS = 60_000  # of one entry: its tokens stay far below PostgreSQL's megabyte


@dataclass(frozen=True, slots=True)
class Source:
    """One thing that can be found. `texts`: its text, or the pages of a document, each an entry of its own.

    `headings`: those that stand in the text, a line each.
    """

    key: str
    language: str
    title: str
    summary: str = ""
    headings: str = ""
    texts: tuple[str, ...] = ("",)
    kind: str = ""
    page_id: int | None = None
    document_id: int | None = None
    event_id: int | None = None


def entries(source: Source, generation: int) -> Iterator[Entry]:
    """The entries of a source, with their tokens. Only the first one carries the summary."""
    title = composed(source.title)
    for number, text in enumerate(map(composed, _pieces(source)), 1):
        summary = composed(source.summary) if number == 1 else ""
        found = tokens.of_text(title, summary, text, source.language, composed(source.headings))
        yield Entry(
            generation=generation,
            language=source.language,
            key=source.key,
            part=number,
            page_id=source.page_id,
            document_id=source.document_id,
            event_id=source.event_id,
            kind=source.kind,
            title=title,
            summary=summary,
            text=text,
            terms=" ".join(found),
        )


def replace(source: Source, generation: int) -> None:
    """Put a source into the index in place of what stands there under its key. Call it in a transaction."""
    old = Entry.objects.filter(generation=generation, key=source.key)
    known = {word for terms in old.values_list("terms", flat=True) for word, _is_lemma in vocabulary(terms)}
    old.delete()
    words = WordCounts()
    for entry in Entry.objects.bulk_create(entries(source, generation)):
        words.add({row for row in vocabulary(entry.terms) if row[0] not in known})
    words.save(generation, source.language)


def fill(sources: Iterable[Source], generation: int) -> Iterator[Source]:
    """Put sources into a generation that is being built; what stands there already is newer and stays."""
    words: dict[str, WordCounts] = defaultdict(WordCounts)
    for source in sources:
        try:
            made = Entry.objects.bulk_create(entries(source, generation), ignore_conflicts=True)
        except IntegrityError:  # its page or document was deleted after it had been read
            continue
        for entry in made:
            words[source.language].add(vocabulary(entry.terms))
        yield source
    for language, counts in words.items():
        counts.save(generation, language)


def holds(source: Source, generation: int) -> bool:
    """Whether the index holds a source as it is now."""
    kept = Entry.objects.filter(generation=generation, key=source.key).order_by("part").values_list("title", "text")
    return list(kept) == [(composed(source.title), composed(text)) for text in _pieces(source)]


def remove(key: str, generation: int) -> None:
    """Take a thing out of the index; its words stay until the next rebuild."""
    Entry.objects.filter(generation=generation, key=key).delete()


def vocabulary(terms: str) -> set[tuple[str, bool]]:
    """The words of an entry's tokens, each with whether it is a base form; roots are guesses and no words."""
    kinds = [(token[1], token[2:]) for token in terms.split()]
    lemmas = {word for kind, word in kinds if kind == tokens.LEMMA}
    return {(word, word in lemmas) for kind, word in kinds if kind != tokens.ROOT}


class WordCounts:
    """In how many entries words stand, gathered for the vocabulary."""

    def __init__(self):
        self.counts: Counter[str] = Counter()
        self.lemmas: set[str] = set()

    def add(self, rows: set[tuple[str, bool]]) -> None:
        """Count the words of one entry."""
        self.counts.update(word for word, _is_lemma in rows)
        self.lemmas.update(word for word, is_lemma in rows if is_lemma)

    def save(self, generation: int, language: str) -> None:
        """Add to the table, in one order for all, so that two writers never wait for each other in a circle."""
        rows = [(generation, language, word, word in self.lemmas, count) for word, count in sorted(self.counts.items())]
        for start in range(0, len(rows), WORDS_AT_ONCE):
            some = rows[start : start + WORDS_AT_ONCE]
            values = ", ".join(["(%s, %s, %s, %s, %s)"] * len(some))
            with connection.cursor() as cursor:
                cursor.execute(ADD_WORDS.format(values=values), [value for row in some for value in row])


def _pieces(source: Source) -> Iterable[str]:
    """The texts to index one by one: a document's pages as they are, a long text cut at white space."""
    for text in source.texts:
        while len(text) > MOST_CHARACTERS:
            cut = text.rfind(" ", 1, MOST_CHARACTERS) if " " in text[1:MOST_CHARACTERS] else MOST_CHARACTERS
            yield text[:cut]
            text = text[cut:]
        yield text
