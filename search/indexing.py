"""Keeps the index in step with what is published, after the database has committed; drafts never get here.

The admin's own search has Wagtail's index beside it. Wagtail fills that when a page itself is saved: before its
contacts and materials are, and never for a fact; so it is told once more from here.
"""

from collections.abc import Iterable

from django.db import transaction
from wagtail.models import Page
from wagtail.search import index

from kasper_site.cms.models import BasePage
from kasper_site.directory import usage
from kasper_site.directory.models import Person, Place, Service
from search import sources
from search.index import entries
from search.index.state import state, touch


def refresh(thing: object) -> None:
    """Index a changed page or document once more, and every page that shows a changed fact."""
    if isinstance(thing, Page):
        refresh_pages([thing.pk])
    elif isinstance(thing, Person | Place | Service) and thing.pk:
        refresh_pages(usage.stored_pages(thing))


def refresh_pages(pks: Iterable[int]) -> None:
    """Bring the entries of pages up to date; those that are not live any more lose theirs."""
    pks = set(pks)
    pages = list(Page.objects.filter(pk__in=pks).select_related("locale").specific())
    for page in pages:
        index.insert_or_update_object(page)
    found = [sources.of_page(page) for page in pages if page.live and isinstance(page, BasePage)]
    gone = {sources.page_key(pk) for pk in pks} - {source.key for source in found}
    write(found, gone)


def refresh_document(document) -> None:
    """Bring the entries of a document up to date."""
    write([sources.of_document(document)])


def forget_document(pk: int) -> None:
    """Take a deleted document out; its rows go with it, this one tells the other processes."""
    write([], {sources.document_key(pk)})


def write(found: Iterable[entries.Source], gone: Iterable[str] = ()) -> None:
    """Put sources in place of what was there, in the generation that answers and in one that is being built."""
    with transaction.atomic():
        row = state()
        for generation in filter(None, {row.generation, row.building}):
            for source in found:
                entries.replace(source, generation)
            for key in gone:
                entries.remove(key, generation)
        touch()
