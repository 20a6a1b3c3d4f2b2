"""The text of a page for the index: the fields that its type names in `search_fields`, each paragraph a line."""

import re
from collections.abc import Iterator
from html import unescape

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import translation
from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.search.index import RelatedFields, SearchField

from kasper_site.cms.models import BasePage
from kasper_site.cms.publish_checks import texts

BLOCK_TAG = re.compile(
    r"</?(?:p|li|ul|ol|br|hr|h\d|div|section|blockquote|d[ltd]|t[rdh]|table|caption)\b", re.IGNORECASE
)
ELSEWHERE = ("title", "teaser")  # an entry has them apart


def lines(page: BasePage, language: str) -> list[str]:
    """The lines, with the names of facts in a language."""
    with translation.override(language):
        found = [line for text in _texts(page, page.get_search_fields()) for line in text.splitlines()]
    return [line.strip() for line in found if line.strip()]


def headings(page: BasePage) -> Iterator[str]:
    """What readers skim the page by; some of it may not be in its text."""
    for text in texts.of_page(page):
        yield from (paragraph.text for paragraph in text.paragraphs if text.is_heading(paragraph))


def _texts(row: models.Model, fields: list) -> Iterator[str]:
    for field in fields:
        if isinstance(field, RelatedFields):
            for related in _related(row, field):
                yield from _texts(related, field.fields)
        elif isinstance(field, SearchField) and field.field_name not in ELSEWHERE:
            yield from _of_field(row, field)


def _related(row: models.Model, field: RelatedFields) -> list:
    found = getattr(row, field.field_name)
    if found is None:
        return []
    return list(found.all()) if hasattr(found, "all") else [found]


def _of_field(row: models.Model, search_field: SearchField) -> Iterator[str]:
    try:
        field = row._meta.get_field(search_field.field_name)
    except FieldDoesNotExist:
        field = None
    if isinstance(field, StreamField):
        yield from _of_block(field.stream_block, getattr(row, field.attname))
    elif isinstance(field, RichTextField):
        yield _of_html(getattr(row, field.attname))
    else:
        value = search_field.get_value(row)
        yield from map(str, value) if isinstance(value, list | tuple) else [str(value or "")]


def _of_block(block: blocks.Block, value: object) -> Iterator[str]:
    if isinstance(block, blocks.RichTextBlock):
        yield _of_html(value.source)
    elif isinstance(block, blocks.StreamBlock):
        for child in value:
            yield from _of_block(child.block, child.value)
    elif isinstance(block, blocks.ListBlock):
        for child_value in value:
            yield from _of_block(block.child_block, child_value)
    elif isinstance(block, blocks.StructBlock) and not _speaks_for_itself(block):
        for name, child in block.child_blocks.items():
            yield from _of_block(child, value.get(name, child.get_default()))
    else:
        yield from map(str, block.get_searchable_content(value))


def _speaks_for_itself(block: blocks.StructBlock) -> bool:
    return type(block).get_searchable_content is not blocks.StructBlock.get_searchable_content


def _of_html(html: str) -> str:
    """Rich text without its tags, a line for each paragraph or item."""
    return unescape(strip_tags(BLOCK_TAG.sub(r"\n\g<0>", html)))
