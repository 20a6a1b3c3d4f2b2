"""What must be filled in before a page is published: a draft is saved without, and an approval publishes the draft."""

from collections.abc import Iterable, Iterator

from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page

from kasper_site.cms.blocks.lists import LinkBlock
from kasper_site.cms.publish_checks import texts
from kasper_site.cms.publish_checks.draft import Draft
from kasper_site.cms.publish_checks.findings import Finding, Place, blocking
from kasper_site.cms.safekeeping.cleaning import one_at_a_time

CODE = "empty"
FILLED_IN_BY_ITSELF = ("slug",)


def empty_fields(draft: Draft) -> Iterable[Finding]:
    """Each required field and part of a stream that is empty, by its name in the form."""
    if draft.page is None:
        return ()
    with one_at_a_time:  # a draft that is saved meanwhile would switch the requirements off
        return list(_of_page(draft.page))


def _of_page(page: Page) -> Iterator[Finding]:
    handler = page.get_edit_handler()
    fields = handler.get_form_class().base_fields
    labels = texts.form_labels(page)
    for name in labels:
        field = texts.field_of(page, name)
        value = getattr(page, field.attname, None) if field is not None and hasattr(field, "attname") else None
        if isinstance(field, StreamField):
            yield from _of_block(field.stream_block, value.get_prep_value(), Place(name, name))
        elif name in FILLED_IN_BY_ITSELF:
            continue
        elif name in fields and fields[name].required and _is_empty(value):
            yield _missing(Place(name, name), labels[name])


def _of_block(block: blocks.Block, stored: object, place: Place) -> Iterator[Finding]:
    """What is empty in a block, from its stored form: nothing is fetched."""
    if isinstance(block, blocks.StreamBlock):
        for number, item in enumerate(stored or ()):
            if child := block.child_blocks.get(item["type"]):
                yield from _of_block(child, item["value"], _item(place, number, item.get("id")))
    elif isinstance(block, blocks.ListBlock):
        for number, item in enumerate(stored or ()):
            has_id = isinstance(item, dict) and item.get("type") == "item" and "value" in item
            value, key = (item["value"], item.get("id")) if has_id else (item, None)
            yield from _of_block(block.child_block, value, _item(place, number, key))
    elif isinstance(block, blocks.StructBlock):
        yield from _of_struct(block, stored if isinstance(stored, dict) else {}, place)
    elif block.required and _is_empty(stored):
        yield _missing(place, block.label)


def _of_struct(block: blocks.StructBlock, stored: dict, place: Place) -> Iterator[Finding]:
    for name, child in block.child_blocks.items():
        anchor = f"{place.anchor}.{name}" if place.anchor else ""
        below = Place(f"{place.field}.{name}", anchor)
        yield from _of_block(child, stored.get(name), below)
        if isinstance(child, blocks.ListBlock) and len(stored.get(name) or ()) < (child.meta.min_num or 0):
            yield _missing(below, child.label)
        if isinstance(block, LinkBlock) and name == "page" and not stored.get("page") and not stored.get("url"):
            yield blocking(CODE, below, _("Choose a page or give an address, one of the two."))


def _missing(place: Place, label: str) -> Finding:
    return blocking(CODE, place, _("Fill in “%(field)s”.") % {"field": capfirst(str(label))})


def _is_empty(value: object) -> bool:
    """Whether nothing is said: a rich text may hold a paragraph without words."""
    return value is None or (isinstance(value, str) and not strip_tags(value).replace("\xa0", " ").strip())


def _item(place: Place, number: int, key: str | None) -> Place:
    return Place(f"{place.field}.{number}.value", f"{place.anchor}.{key}" if key and place.anchor else "")
