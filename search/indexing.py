"""Keeps the index in step with what is published, after the database has committed; drafts never get here.

The admin's own search has Wagtail's index beside it. Wagtail fills that when a page itself is saved: before its
contacts and materials are, and never for a fact; so it is told once more from here.
"""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page
from wagtail.search import index

from kasper_site.cms.models import BasePage
from kasper_site.directory import event_lists, usage
from kasper_site.directory.models import Event, Person, Place, Service
from search import sources
from search.index import entries
from search.index.state import state, touch


def refresh(thing: object) -> None:
    """Index a changed page or event once more, and every page and event that shows a changed fact."""
    if isinstance(thing, Page):
        refresh_pages([thing.pk])
        if event_lists.is_list(thing):
            refresh_events(Event.objects.all())
    elif isinstance(thing, Event):
        refresh_events(Event.objects.filter(pk=thing.pk))  # nothing after a deletion: the rows went with the event
    elif isinstance(thing, Person | Place | Service) and thing.pk:
        refresh_pages(usage.stored_pages(thing))
        refresh_events(thing.events.all())


def refresh_pages(pks: Iterable[int]) -> None:
    """Bring the entries of pages up to date; those that are not live any more lose theirs."""
    pks = set(pks)
    pages = list(Page.objects.filter(pk__in=pks).select_related("locale").specific())
    for page in pages:
        index.insert_or_update_object(page)
    found = [sources.of_page(page) for page in pages if page.live and isinstance(page, BasePage)]
    gone = {sources.page_key(pk) for pk in pks} - {source.key for source in found}
    write(found, gone)


def refresh_events(events: QuerySet) -> None:
    """Bring the entries of events up to date, in every language that has a live list of them."""
    events, languages = list(events.whole()), event_lists.live_languages()
    found = [source for event in events for source in sources.of_event(event, languages)]
    gone = set(dict(settings.WAGTAIL_CONTENT_LANGUAGES)).difference(languages)
    write(found, {sources.event_key(event.pk, language) for event in events for language in gone})


def refresh_newcomers() -> None:
    """Bring the events up to date whose contact has the first day today: until then their page does not show it."""
    events = Event.objects.filter(contact_person__from_date=timezone.localdate())
    if events:
        refresh_events(events)


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
