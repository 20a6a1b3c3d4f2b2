"""Errors inside a stream, said in the list on top of the form: which part and which field, where Wagtail's own words
would be "Validation error in StreamBlock"."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks


def name_in(form) -> None:
    """Give each stream's error the names of what it is about."""
    for name, errors in form.errors.items():
        value = form[name].value() if name in form.fields else None
        if not isinstance(value, blocks.StreamValue):
            continue
        for error in errors.as_data():
            if getattr(error, "block_errors", None):
                error.message = "; ".join(dict.fromkeys(_of_stream(error, value)))


def _of_stream(error: ValidationError, value: blocks.StreamValue) -> Iterator[str]:
    yield from error.non_block_errors
    for number, below in error.block_errors.items():
        for words in _of_block(below, value[number].block):
            # Translators: the number of a part of the page, counted from 1, and what is wrong in it
            yield _("part %(number)d, %(error)s") % {"number": number + 1, "error": words}


def _of_block(error: ValidationError, block: blocks.Block) -> Iterator[str]:
    """What is wrong in a block, with the name of the field."""
    below = getattr(error, "block_errors", None)
    if not below:
        yield from (f"{block.label}: {message}" for message in _messages(error))
        return
    yield from error.non_block_errors
    for key, part in below.items():
        if isinstance(block, blocks.StructBlock):
            yield from _of_block(part, block.child_blocks[key])
        elif isinstance(block, blocks.ListBlock):
            yield from _of_block(part, block.child_block)
        else:
            yield from _messages(part)


def _messages(error: ValidationError) -> list[str]:
    return list(getattr(error, "non_block_errors", None) or error.messages)
