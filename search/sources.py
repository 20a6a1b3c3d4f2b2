"""What the site offers the index: its live pages and the documents that pages may refer to."""

import re
from collections.abc import Iterator

from django.conf import settings
from django.utils import translation
from django.utils.html import strip_tags
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.search.index import RelatedFields, SearchField

from kasper_site.cms.models import BasePage
from search.index.entries import Source

PAGES_AT_ONCE = 100
BLOCK_TAG = re.compile(
    r"</?(?:p|li|ul|ol|br|hr|h\d|div|section|blockquote|d[ltd]|t[rdh]|table|caption)\b", re.IGNORECASE
)


def count() -> int:
    """How many sources there are, about; for a progress bar."""
    return Page.objects.live().filter(depth__gt=1).count() + get_document_model().objects.count()


def all_sources() -> Iterator[Source]:
    """Every live page, whether a visitor may see it or not, and every document with text or title."""
    pages = Page.objects.live().filter(depth__gt=1).order_by("path").select_related("locale")
    for page in pages.specific().iterator(PAGES_AT_ONCE):
        if isinstance(page, BasePage):
            yield of_page(page)
    for document in get_document_model().objects.order_by("pk").iterator(PAGES_AT_ONCE):
        yield of_document(document)


def page_key(pk: int) -> str:
    """The key of a page's entries."""
    return f"page:{pk}"


def page_pk(key: str) -> int:
    """The page's own key in `page_key`'s answer."""
    return int(key.removeprefix("page:"))


def document_key(pk: int) -> str:
    """The key of a document's entries."""
    return f"document:{pk}"


def of_page(page: BasePage) -> Source:
    """A page as it is live: the fields that its type names in `search_fields`, in that order and in its language."""
    language = page.locale.language_code
    with translation.override(language):
        text = "\n".join(_texts(page, page.get_search_fields()))
    return Source(
        key=page_key(page.pk),
        language=language,
        title=page.title,
        summary=page.teaser or page.search_description,
        texts=(text,),
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
        texts=tuple(document.extracted_text.split("\f")),
        kind="document",
        document_id=document.pk,
    )


def _texts(row, fields) -> Iterator[str]:
    """The texts of a row's search fields, tags taken out; the title and the summary stand elsewhere."""
    for field in fields:
        if isinstance(field, RelatedFields):
            for related in _related(row, field):
                yield from _texts(related, field.fields)
        elif isinstance(field, SearchField) and field.field_name not in ("title", "teaser"):
            yield _plain(field.get_value(row))


def _related(row, field: RelatedFields) -> list:
    found = getattr(row, field.field_name)
    if found is None:
        return []
    return list(found.all()) if hasattr(found, "all") else [found]


def _plain(value) -> str:
    """A field's value as text: a list of texts joined, a space at the border of paragraphs but none inside a word."""
    if isinstance(value, list | tuple):
        return "\n".join(map(_plain, value))
    return strip_tags(BLOCK_TAG.sub(r" \g<0>", str(value or ""))).strip()
