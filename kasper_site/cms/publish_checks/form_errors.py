"""Blocking findings as errors of the edit form, each at the very input or block that it is about."""

from collections.abc import Iterable
from itertools import groupby

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from kasper_site.cms.publish_checks.findings import Finding

# The rest of a finding's path below a block, and its words.
Rest = tuple[list[str], str]


def add_to(form, findings: Iterable[Finding]) -> None:
    """Add the findings to a bound and validated page form; one about no input of it goes to the top."""
    for root, group in groupby(sorted(findings, key=lambda finding: finding.root), key=lambda finding: finding.root):
        rests = [(finding.field.split(".")[1:], finding.message) for finding in group]
        if root in form.fields:
            form.add_error(root, error_for(form.instance, root, rests))
            continue
        if root in form.formsets:
            form.formsets[root].non_form_errors().extend(message for _way, message in rests)
        form.add_error(None, [message for _way, message in rests])


def error_for(page, root: str, rests: list[Rest]) -> ValidationError:
    """The error of one field: of a stream, nested as its blocks are."""
    value = getattr(page, root)
    messages = [message for _way, message in rests]
    if not isinstance(value, blocks.StreamValue):
        return ValidationError(messages)
    error = _block_error(value.stream_block, value, rests)
    # Shown in the list on top of the form, where Wagtail's own words would be "Validation error in StreamBlock".
    error.message = " ".join(dict.fromkeys(messages))
    return error


def _block_error(block: blocks.Block, value: object, rests: list[Rest]) -> ValidationError:
    """The error of a block from the findings in and below it."""
    if not all(way for way, _message in rests):
        return ValidationError([message for _way, message in rests])
    if isinstance(block, blocks.StreamBlock):
        items = _items(rests).items()
        parts = {index: _block_error(value[index].block, value[index].value, below) for index, below in items}
        return StreamBlockValidationError(block_errors=parts)
    if isinstance(block, blocks.ListBlock):
        parts = {index: _block_error(block.child_block, value[index], below) for index, below in _items(rests).items()}
        return ListBlockValidationError(block_errors=parts)
    return _struct_error(block, value, rests)


def _struct_error(block: blocks.StructBlock, value: object, rests: list[Rest]) -> ValidationError:
    """The error of a struct; a picture block's value is the picture and has no parts."""
    parts = {
        name: _block_error(block.child_blocks[name], value.get(name) if hasattr(value, "get") else None, below)
        for name, below in _by_first(rests, 1).items()
    }
    return StructBlockValidationError(block_errors=parts)


def _items(rests: list[Rest]) -> dict[int, list[Rest]]:
    """The findings by the number of the item that they are in: ways begin with `3.value`."""
    return {int(number): below for number, below in _by_first(rests, 2).items()}


def _by_first(rests: list[Rest], steps: int) -> dict[str, list[Rest]]:
    """The findings by the first step of their way, with what is left of it after so many steps."""
    found: dict[str, list[Rest]] = {}
    for way, message in rests:
        found.setdefault(way[0], []).append((way[steps:], message))
    return found
