"""Keeps the search index in step with what is published."""

from wagtail.models import Page
from wagtail.search import index

from kasper_site.directory import usage
from kasper_site.directory.models import Person, Place, Service


def refresh(thing: object) -> None:
    """Index a published page once more, and every page that shows a changed fact.

    Wagtail indexes a page when the page itself is saved: before its contacts and materials are, and never for a fact.
    """
    if isinstance(thing, Page):
        index.insert_or_update_object(thing.specific)
    elif isinstance(thing, Person | Place | Service) and thing.pk:
        for page in Page.objects.filter(pk__in=usage.stored_pages(thing)).specific():
            index.insert_or_update_object(page)
