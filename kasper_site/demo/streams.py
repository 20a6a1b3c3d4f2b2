"""StreamFields from YAML: checked against their blocks, with errors that say where."""

from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from wagtail import blocks

from kasper_site.demo.references import ContentError, Reference, Resolver


def stream_value(block: blocks.StreamBlock, data, resolver: Resolver, where: str):
    """The value of a StreamField, as an editor's form would have made it."""
    value = block.to_python(prepare(block, data, resolver, where))
    try:
        return block.clean(value)
    except ValidationError as error:
        raise ContentError(*first_error(error, where)) from error


def prepare(block: blocks.Block, data, resolver: Resolver, where: str):
    """YAML data in the form in which the block's values are stored."""
    if isinstance(block, blocks.StreamBlock):
        return [_member(block, item, resolver, f"{where}[{number}]") for number, item in enumerate(_list(data, where))]
    if isinstance(block, blocks.ListBlock):
        items = enumerate(_list(data, where))
        return [prepare(block.child_block, item, resolver, f"{where}[{number}]") for number, item in items]
    if isinstance(block, blocks.StructBlock):
        return _struct(block, data, resolver, where)
    if isinstance(data, Reference):
        return resolver.pk(data, where)
    if isinstance(block, blocks.RichTextBlock):
        return resolver.rich_text(text(data), where)
    return text(data) if isinstance(block, (blocks.CharBlock, blocks.TextBlock)) else plain(data)


def _list(data, where: str) -> list:
    if not isinstance(data, list):
        raise ContentError(where, "a list is needed here")
    return data


def _member(block: blocks.StreamBlock, item, resolver: Resolver, where: str) -> dict:
    if not isinstance(item, dict) or set(item) != {"type", "value"}:
        raise ContentError(where, "give each block as {type: …, value: …}")
    kind = item["type"]
    if kind not in block.child_blocks:
        raise ContentError(where, f"there is no block “{kind}” here; there are {', '.join(block.child_blocks)}")
    return {"type": kind, "value": prepare(block.child_blocks[kind], item["value"], resolver, f"{where}.{kind}")}


def _struct(block: blocks.StructBlock, data, resolver: Resolver, where: str) -> dict:
    if not isinstance(data, dict):
        raise ContentError(where, f"give the parts by name: {', '.join(block.child_blocks)}")
    unknown = set(data) - set(block.child_blocks)
    if unknown:
        raise ContentError(where, f"there is no “{min(unknown)}” here; there are {', '.join(block.child_blocks)}")
    return {
        name: prepare(block.child_blocks[name], value, resolver, f"{where}.{name}")
        for name, value in data.items()
        if value is not None
    }


def text(data) -> str:
    """YAML's idea of a text field: numbers and dates as they were written, folded lines without the last break."""
    return str(plain(data)).strip()


def plain(data):
    """Dates and times in ISO form, everything else as it is."""
    return data.isoformat() if isinstance(data, (date, datetime, time)) else data


def first_error(error: ValidationError, where: str) -> tuple[str, str]:
    """The innermost place and the words of the first error."""
    inner = getattr(error, "block_errors", None)
    if inner:
        key, child = next(iter(inner.items()))
        return first_error(child, f"{where}[{key}]" if isinstance(key, int) else f"{where}.{key}")
    messages = getattr(error, "non_block_errors", None) or error.messages
    return where, " ".join(str(message) for message in messages)
