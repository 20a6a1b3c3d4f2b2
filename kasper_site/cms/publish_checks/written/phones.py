"""Finnish phone numbers in a text, and the groups in which they are read out: 044 350 5179, 09 2525 0111."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kasper_site.cms.publish_checks.written.dashes import IN_CLASS as DASH
from kasper_site.cms.publish_checks.written.forms import Written, spaced

_SHAPE = re.compile(
    rf"(?<![\w+.,/{DASH}])(?<![0-9]\s)(?P<prefix>\(?\+\s?358|00\s?358|\(?0)(?P<rest>[0-9\s()/{DASH}]{{5,20}}[0-9])"
    r"(?![\w/]|[.,:][0-9])"
)
_BUSINESS_ID = re.compile("[0-9]{7}-[0-9]")
# Mobile, free and service numbers, company numbers, areas with two digits, areas with one (without the first 0).
_CODE = re.compile("4[0-9]|50|[678]00|20|29|30|39|7[135]|1[0-9]|[235689]")
_GROUPS = {6: (3, 3), 7: (3, 4), 8: (4, 4), 9: (3, 3, 3)}
_LONGEST_GROUP = 5


@dataclass(frozen=True)
class Phone(Written):
    """A number with its digits as they are dialled from abroad, without the +: 358443505179."""

    digits: str


def find(text: str) -> Iterator[Phone]:
    """The Finnish numbers with their code; short numbers (112) have one form only."""
    for match in _SHAPE.finditer(text):
        digits = re.sub("[^0-9]", "", match["rest"])
        is_international = match["prefix"].endswith("358")
        national = digits.removeprefix("0") if is_international else digits
        if 6 <= len(national) <= 11 and national[0] != "0" and not _BUSINESS_ID.fullmatch(match[0]):
            right = _right(match[0], national, is_international)
            yield Phone(match.start(), match.end(), match[0], right, f"358{national}")


def dialled(number: str) -> str:
    """The digits of a number kept in the directory as they are dialled from abroad; short ones as they are."""
    digits = re.sub("[^0-9]", "", number)
    if digits.startswith("00"):
        return digits[2:]
    return f"358{digits[1:]}" if digits.startswith("0") else digits


def _right(typed: str, national: str, is_international: bool) -> str:
    """As it was typed where that can be read out, else in groups."""
    groups = spaced(typed).split(" ")
    if len(groups) > 1 and all(group.lstrip("+").isdigit() and len(group) <= _LONGEST_GROUP for group in groups):
        return " ".join(groups)
    match = _CODE.match(national)
    code = match[0] if match else national[:2]
    start = f"+358 {code}" if is_international else f"0{code}"
    return " ".join([start, *_grouped(national[len(code) :])])


def _grouped(digits: str) -> list[str]:
    groups, start = [], 0
    for size in _GROUPS.get(len(digits), (len(digits),)):
        groups.append(digits[start : start + size])
        start += size
    return groups
