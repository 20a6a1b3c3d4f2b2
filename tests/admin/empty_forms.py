"""What the edit form sends when an editor has added every kind of block and has filled in nothing yet."""

from collections.abc import Iterator

from django.urls import reverse
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html, rich_text

from tests import factories


def fields(page_type: str, parent: Page, client) -> dict[str, str]:
    """A new page with a title, one of each block and nothing in them; the rest as the form comes."""
    html = client.get(add_address(page_type, parent)).content.decode()
    data = querydict_from_html(html, form_id="page-edit-form").dict()
    for field in factories.page_model(page_type)._meta.get_fields():
        if isinstance(field, StreamField):
            data.update(_of_block(field.stream_block, field.name))
    return {**data, "title": "Vain otsikko", "slug": "vain-otsikko"}


def add_address(page_type: str, parent: Page) -> str:
    """Where a new page of the type is made."""
    return reverse("wagtailadmin_pages:add", args=[*page_type.lower().split("."), parent.pk])


def _of_block(block: blocks.Block, prefix: str) -> Iterator[tuple[str, str]]:
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from _of_block(child, f"{prefix}-{name}")
    elif isinstance(block, blocks.StreamBlock):
        yield from _of_items([*block.child_blocks.items()], prefix)
    elif isinstance(block, blocks.ListBlock):
        yield from _of_items([("item", block.child_block)], prefix)
    else:
        yield prefix, rich_text("") if isinstance(block, blocks.RichTextBlock) else ""


def _of_items(items: list[tuple[str, blocks.Block]], prefix: str) -> Iterator[tuple[str, str]]:
    yield f"{prefix}-count", str(len(items))
    for number, (name, block) in enumerate(items):
        item = f"{prefix}-{number}"
        yield from {f"{item}-deleted": "", f"{item}-order": str(number), f"{item}-type": name, f"{item}-id": ""}.items()
        yield from _of_block(block, f"{item}-value")
