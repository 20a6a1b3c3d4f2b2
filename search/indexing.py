"""Keeps the search index in step with what is published."""

from wagtail.models import Page
from wagtail.search import index


def refresh(thing: object) -> None:
    """Index a published page once more, now with its contacts and materials.

    Wagtail indexes a page when the page itself is saved, and its child rows are saved after it.
    """
    if isinstance(thing, Page):
        index.insert_or_update_object(thing.specific)
