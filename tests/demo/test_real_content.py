"""The site's own content files: they load, a second run changes nothing, an editor's save would lose nothing."""

import re

import pytest
from bs4 import BeautifulSoup
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks import ListBlock, RichTextBlock, StructBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, Revision

from kasper_site.demo.load import load
from kasper_site.demo.models import LoadedItem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def rich_texts():
    """Every rich text of every page: (where, features, html)."""
    for page in Page.objects.filter(depth__gt=1).specific():
        for field in page._meta.get_fields():
            if isinstance(field, RichTextField):
                yield f"{page.url} {field.name}", field.features, getattr(page, field.name)
            elif isinstance(field, StreamField):
                for child in getattr(page, field.name):
                    yield from texts_of(child.block, child.value, f"{page.url} {field.name}.{child.block_type}")


def texts_of(block, value, where: str):
    """The rich texts within a block's value."""
    if isinstance(block, RichTextBlock):
        yield where, block.features, value.source
    elif isinstance(block, ListBlock):
        for item in value:
            yield from texts_of(block.child_block, item, where)
    elif isinstance(block, StructBlock) and hasattr(value, "bound_blocks"):
        for name, bound in value.bound_blocks.items():
            yield from texts_of(bound.block, bound.value, f"{where}.{name}")


def bare(html: str) -> str:
    """Rich text without what makes no difference: keys of blocks, white space, old names of tags."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(True):
        tag.name = {"strong": "b", "em": "i"}.get(tag.name, tag.name)
        tag.attrs.pop("data-block-key", None)
        tag.attrs = dict(sorted(tag.attrs.items()))
    return re.sub(r"\s+", " ", re.sub(r"\s*(</?(?:p|ul|ol|li|h\d)\b[^>]*>)\s*", r"\1", str(soup))).strip()


def test_loading_twice_changes_nothing():
    before = Page.objects.count(), Revision.objects.count(), LoadedItem.objects.count()
    assert load(progress=lambda line: None, is_warmed=False) is False
    assert (Page.objects.count(), Revision.objects.count(), LoadedItem.objects.count()) == before


def test_every_page_is_live_and_the_tree_is_sound():
    assert not Page.objects.filter(depth__gt=1, live=False).exists()
    assert not Page.objects.filter(depth__gt=1, has_unpublished_changes=True).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_an_editors_save_loses_nothing_of_any_text():
    assert not list(losses())


def losses():
    """Rich texts that come out of the editor other than they went in."""
    for where, features, html in rich_texts():
        converter = ContentstateConverter(features)
        saved = converter.to_database_format(converter.from_database_format(html))
        if html and bare(saved) != bare(html):
            yield where, bare(html), bare(saved)
