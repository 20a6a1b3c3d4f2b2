"""The index's tables: entries, the words that they hold, and which generation of them answers.

What editors write stands in `search.editorial`, what is counted in `search.counted`.
"""

from django.conf import settings
from django.db import models
from wagtail.models import Page

from kasper_site.directory.models import Event
from search.counted import QueryCount
from search.editorial import Promotion, SynonymGroup

__all__ = ["SCRATCH", "Entry", "IndexState", "IndexedWord", "Promotion", "QueryCount", "SynonymGroup"]

SCRATCH = 2_000_000_000  # generations from here on are measurements, never the site's


class IndexState(models.Model):
    """The one row that says which generation answers. A rebuild fills the next one, then changes the number.

    `changes` grows with every change of the index, so that processes notice that their copies of it are old.
    """

    generation = models.PositiveIntegerField(default=0)
    building = models.PositiveIntegerField(null=True)
    analyser = models.CharField(max_length=40)
    changes = models.PositiveIntegerField(default=0)
    built_at = models.DateTimeField(null=True)

    @property
    def version(self) -> tuple:
        """What a process keeps beside its copy of the index's words: another version asks for another copy."""
        return self.generation, self.changes, self.built_at


class Entry(models.Model):
    """One text that can be found: a page, a page of a document, an event; long texts are several entries of one key.

    `key` names the owner (`page:12`, `document:5`), `part` its piece from 1. An event is another text in each language
    that has a list of events: `event:3:fi`. Whether a visitor may see it is not stored: that is asked with the page or
    the event when somebody searches. `terms` are the tokens of `search.tokens`, separated by spaces; the database keeps
    its own index of them (migration 0002).
    """

    generation = models.PositiveIntegerField()
    language = models.CharField(max_length=10)
    key = models.CharField(max_length=60)
    part = models.PositiveIntegerField(default=1)
    page = models.ForeignKey(Page, models.CASCADE, null=True, related_name="+", db_index=False)
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, models.CASCADE, null=True, related_name="+", db_index=False
    )
    event = models.ForeignKey(Event, models.CASCADE, null=True, related_name="+", db_index=False)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=255)
    summary = models.TextField()
    text = models.TextField()
    terms = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["generation", "key", "part"], name="search_entry_once")]
        # With all that a search reads of every entry, so that it need not open the rows, which are long.
        indexes = [
            models.Index(fields=["generation", "language", "page", "document", "event"], name="search_entry_owner")
        ]

    def __str__(self):
        return f"{self.key}/{self.part}"


class IndexedWord(models.Model):
    """A word that some entry holds, as written or in base form. It may outlive its entry until the next rebuild."""

    generation = models.PositiveIntegerField()
    language = models.CharField(max_length=10)
    word = models.CharField(max_length=60)
    is_lemma = models.BooleanField()
    count = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["generation", "language", "word"], name="search_word_once")]

    def __str__(self):
        return self.word
