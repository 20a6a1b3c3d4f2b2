"""What a visitor may find now: the entries whose page the one visibility rule shows, and the events that are listed.

Asked anew for every search.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cached_property

from django.db import connection
from django.db.models import Q, QuerySet
from wagtail.models import Page

from kasper_site.cms import document_access, found, visibility
from kasper_site.directory import event_lists
from kasper_site.directory.event_lists import Listed
from search.index.state import state
from search.index.words import vocabulary
from search.models import Entry
from search.sources import document_key, event_key, page_key
from search.vocabulary import Vocabulary

ASKED_AT_ONCE = 900  # rows; SQLite's older limit of parameters


class Scope:
    """One language's entries that may be found, and the words to mend typing by.

    `ask_listed` tells which events may be found, and is asked only when one would be; without it, all may.
    """

    def __init__(
        self, language: str, entries: QuerySet, words: Vocabulary, ask_listed: Callable[[], Listed] | None = None
    ):
        self.language = language
        self.vocabulary = words
        self._ask_listed = ask_listed
        self._entries = entries.order_by()
        self._asked: dict[int, str | None] = {}

    def owners(self, entries: Iterable[int]) -> dict[int, str]:
        """Those of the entries that may be found, with the keys of their owners ("" for a text without page)."""
        entries = list(entries)
        new = [entry for entry in entries if entry not in self._asked]
        if len(new) > max(self.vocabulary.total // 8, ASKED_AT_ONCE):
            return {entry: self.keys[entry] for entry in entries if entry in self.keys}
        self._asked.update(dict.fromkeys(new))
        for start in range(0, len(new), ASKED_AT_ONCE):
            self._asked.update(self._read(self._entries.filter(pk__in=new[start : start + ASKED_AT_ONCE])))
        return {entry: owner for entry in entries if (owner := self._asked[entry]) is not None}

    @cached_property
    def lifted(self) -> dict[str, float]:
        """The owners that are shown a little higher than others which match as well, and by how much."""
        return {page_key(page): by for page, by in found.lifted_pages().items()}

    @cached_property
    def keys(self) -> dict[int, str]:
        """All entries that may be found, with the keys of their owners."""
        return self._read(self._entries)

    @cached_property
    def listed(self) -> Listed:
        """The events that may be found, with the list on which they stand."""
        return self._ask_listed()

    def _read(self, entries: QuerySet) -> dict[int, str]:
        """Entry → owner, from the table's index alone and without Django's work on rows: there may be very many."""
        sql, parameters = entries.values_list("pk", "page_id", "document_id", "event_id").query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            rows = cursor.fetchall()
        return {entry: self._owner(*owner, event) for entry, *owner, event in rows if self._may_be_found(event)}

    def _may_be_found(self, event: int | None) -> bool:
        """Of what the database cannot tell: an event's dates are worked out here."""
        return event is None or self._ask_listed is None or event in self.listed.events

    def _owner(self, page: int | None, document: int | None, event: int | None) -> str:
        if page:
            return page_key(page)
        if document:
            return document_key(document)
        return event_key(event, self.language) if event else ""


def public(language: str, now: datetime | None = None) -> Scope:
    """What a visitor may find in a language at `now` (an aware moment; default: this one)."""
    pages = visibility.visible(Page.objects.filter(depth__gt=1), now).values("pk")
    documents = document_access.public(now).values("pk")
    wanted = Q(page__in=pages) | Q(document__in=documents) | Q(event__isnull=False)
    return _answering(language, wanted, lambda: event_lists.listed(language, now))


def of_pages(language: str, pages: QuerySet) -> Scope:
    """The texts in a language of the pages given, whoever may see them."""
    return _answering(language, Q(page__in=pages.order_by().values("pk")))


def _answering(language: str, wanted: Q, ask_listed: Callable[[], Listed] | None = None) -> Scope:
    row = state()
    entries = Entry.objects.filter(wanted, generation=row.generation, language=language)
    return Scope(language, entries, vocabulary(row.generation, language, row.version), ask_listed)


def whole(generation: int, language: str) -> Scope:
    """Every text of a generation, for measurements."""
    entries = Entry.objects.filter(generation=generation, language=language)
    return Scope(language, entries, vocabulary(generation, language, None))
