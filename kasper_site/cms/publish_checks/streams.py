"""The texts of a StreamField, from its stored form: types, values and ids, nothing fetched."""

from collections.abc import Iterator

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from kasper_site.cms.blocks.text import HeadingBlock
from kasper_site.cms.partial_dates import validate_partial_date
from kasper_site.cms.publish_checks.findings import Place
from kasper_site.cms.publish_checks.markup import parse
from kasper_site.cms.publish_checks.parts import Image, Kind, Link, LinkKind, Text, plain_paragraphs

_HEADINGS = ("heading", "title", "name")
_PART_LEVEL = 2


def of_stream(block: blocks.StreamBlock, stored: list, place: Place) -> Iterator[Text]:
    """The texts of a stream in order; `stored` is what the database or `get_prep_value` gives."""
    for number, item in enumerate(stored or ()):
        child = block.child_blocks.get(item["type"])
        if child is not None:
            yield from _of_block(child, item["value"], _item(place, number, item.get("id")))


def _of_block(block: blocks.Block, stored: object, place: Place, words: str = "") -> Iterator[Text]:
    """The texts of one block; `words` are those that stand for a page or file that it chooses."""
    if stored is None or stored == "":
        return
    if isinstance(block, ImageBlock):
        yield from _of_picture(stored, place)
    elif isinstance(block, blocks.StructBlock):
        yield from _of_struct(block, stored, place)
    elif isinstance(block, blocks.ListBlock):
        yield from _of_list(block, stored, place)
    elif isinstance(block, blocks.StreamBlock):
        yield from of_stream(block, stored, place)
    else:
        yield from _of_leaf(block, stored, place, words)


def _of_leaf(block: blocks.Block, stored: object, place: Place, words: str) -> Iterator[Text]:
    if isinstance(block, blocks.RichTextBlock):
        found = parse(str(stored))
        yield Text(place, Kind.RICH, found.paragraphs, str(stored), found.links, found.images, is_running=True)
    elif isinstance(block, (blocks.CharBlock, blocks.TextBlock)):
        if validate_partial_date not in block.field.validators:
            yield _plain(block, str(stored), place)
    elif isinstance(block, blocks.PageChooserBlock):
        yield Text(place, links=(Link(LinkKind.PAGE, stored, words),))
    elif isinstance(block, DocumentChooserBlock):
        yield Text(place, links=(Link(LinkKind.DOCUMENT, stored, words),))
    elif isinstance(block, blocks.URLBlock):
        yield Text(place, links=(Link(LinkKind.ADDRESS, str(stored), words),))
    elif isinstance(block, ImageChooserBlock):
        yield Text(place, images=(Image(stored),))


def _plain(block: blocks.Block, stored: str, place: Place) -> Text:
    is_heading = block.name in _HEADINGS
    kind = Kind.HEADING if is_heading else Kind.PLAIN
    return Text(place, kind, plain_paragraphs(stored), is_running=isinstance(block, blocks.TextBlock))


def _of_struct(block: blocks.StructBlock, stored: dict, place: Place) -> Iterator[Text]:
    """The parts of a struct; its first line of words stands for what it links to."""
    words = _first_words(block, stored)
    for name, child in block.child_blocks.items():
        child_place = Place(f"{place.field}.{name}", f"{place.anchor}.{name}" if place.anchor else "")
        for text in _of_block(child, stored.get(name), child_place, words):
            yield _as_heading(text) if isinstance(block, HeadingBlock) else text


def _first_words(block: blocks.StructBlock, stored: dict) -> str:
    lines = (name for name, child in block.child_blocks.items() if isinstance(child, blocks.CharBlock))
    return str(stored.get(next(lines, "")) or "")


def _as_heading(text: Text) -> Text:
    return Text(text.place, Kind.HEADING, text.paragraphs, level=_PART_LEVEL)


def _of_list(block: blocks.ListBlock, stored: list, place: Place) -> Iterator[Text]:
    """The items of a list, each with its id or, as they were once stored, without."""
    for number, item in enumerate(stored):
        has_id = isinstance(item, dict) and item.get("type") == "item" and "value" in item
        value, key = (item["value"], item.get("id")) if has_id else (item, None)
        yield from _of_block(block.child_block, value, _item(place, number, key))


def _of_picture(stored: dict | int, place: Place) -> Iterator[Text]:
    """A picture with its words for this use; an early form of the block stored the key alone."""
    if not isinstance(stored, dict):
        yield Text(place, images=(Image(stored),))
    elif stored.get("image"):
        alt = str(stored.get("alt_text") or "")
        image = Image(stored["image"], alt, bool(stored.get("decorative")))
        alt_place = Place(f"{place.field}.alt_text", f"{place.anchor}.alt_text" if place.anchor else "")
        yield Text(alt_place, paragraphs=plain_paragraphs(alt), images=(image,))


def _item(place: Place, number: int, key: str | None) -> Place:
    """The place of an item of a stream or list."""
    return Place(f"{place.field}.{number}.value", f"{place.anchor}.{key}" if key and place.anchor else "")
