"""The pages that list the events, one for each language. The section above registers their type; the search asks.

An event has its address below them: in a language where none of them is visible, no visitor reads of it.
"""

from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Page
from wagtail.query import PageQuerySet

from kasper_site.cms import visibility
from kasper_site.directory import events
from kasper_site.directory.models import Event

_page_types: list[type[Page]] = []


@dataclass(frozen=True)
class Listed:
    """A list that a visitor may see, None where there is none, and by their keys the events that are on it now."""

    page: Page | None
    events: dict[int, Event]

    def url(self, event: Event) -> str:
        """The address of an event on the list."""
        return f"{self.page.url}{event.slug}/"


def register(page_type: type[Page]) -> None:
    """Count pages of the type among the lists. A second time is ignored."""
    if page_type not in _page_types:
        _page_types.append(page_type)


def is_list(page: Page) -> bool:
    """Whether a page, which may have been deleted, is one of the lists."""
    return issubclass(page.specific_class, tuple(_page_types))


def live_languages() -> list[str]:
    """The languages that have a live list, whether a visitor may see it or not."""
    return sorted(set(_pages().live().values_list("locale__language_code", flat=True)))


def listed(language: str, now: datetime | None = None) -> Listed:
    """What a visitor finds on the list in a language at `now` (an aware moment; default: this one). Three queries."""
    pages = _pages().filter(locale__language_code=language).select_related("locale").order_by("path")
    page = visibility.visible(pages, now).first()
    return Listed(page, {event.pk: event for event in events.not_over(now)} if page and page.url else {})


def _pages() -> PageQuerySet:
    return Page.objects.type(tuple(_page_types))
