"""What the site offers the index: its live pages, the documents that pages may refer to, and the events."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.utils import translation
from wagtail.documents import get_document_model
from wagtail.models import Page

from kasper_site.cms.models import BasePage
from kasper_site.directory import event_lists
from kasper_site.directory.models import Event
from search import event_text, page_text
from search.index.entries import Source

PAGES_AT_ONCE = 100


def count() -> int:
    """How many sources there are, about; for a progress bar."""
    events = Event.objects.count() * len(event_lists.live_languages())
    return Page.objects.live().filter(depth__gt=1).count() + get_document_model().objects.count() + events


def all_sources() -> Iterator[Source]:
    """Every live page, whether a visitor may see it or not, every document with text or title, every event."""
    pages = Page.objects.live().filter(depth__gt=1).order_by("path").select_related("locale")
    for page in pages.specific().iterator(PAGES_AT_ONCE):
        if isinstance(page, BasePage):
            yield of_page(page)
    for document in get_document_model().objects.order_by("pk").iterator(PAGES_AT_ONCE):
        yield of_document(document)
    languages = event_lists.live_languages()
    for event in Event.objects.whole().order_by("pk"):
        yield from of_event(event, languages)


def page_key(pk: int) -> str:
    """The key of a page's entries."""
    return f"page:{pk}"


def page_pk(key: str) -> int:
    """The page's own key in `page_key`'s answer."""
    return int(key.removeprefix("page:"))


def document_key(pk: int) -> str:
    """The key of a document's entries."""
    return f"document:{pk}"


def event_key(pk: int, language: str) -> str:
    """The key of an event's entries in a language."""
    return f"event:{pk}:{language}"


def of_page(page: BasePage) -> Source:
    """A page as it is live."""
    language = page.locale.language_code
    return Source(
        key=page_key(page.pk),
        language=language,
        title=page.title,
        summary=page.teaser or page.search_description,
        headings="\n".join(page_text.headings(page)),
        texts=("\n".join(page_text.lines(page, language)),),
        kind=page.cached_content_type.model,
        page_id=page.pk,
    )


def of_document(document) -> Source:
    """A document: an entry for each page of its text, in its own language or the house's."""
    languages = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
    return Source(
        key=document_key(document.pk),
        language=document.language if document.language in languages else settings.LANGUAGE_CODE,
        title=document.title,
        texts=tuple(" ".join(page.split()) for page in document.extracted_text.split("\f")),
        kind="document",
        document_id=document.pk,
    )


def of_event(event: Event, languages: Iterable[str]) -> Iterator[Source]:
    """An event as it reads in each of the languages, whether it is over or not."""
    for language in languages:
        with translation.override(language):
            title, summary = event.name, event.summary
        yield Source(
            key=event_key(event.pk, language),
            language=language,
            title=title,
            summary=summary,
            texts=("\n".join(event_text.lines(event, language)),),
            kind="event",
            event_id=event.pk,
        )
