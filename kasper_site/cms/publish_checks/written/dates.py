"""Dates in the Finnish form: 2.8.2023, 1.–28.7.2026; no zeros in front, no spaces, no slashes."""

import re
from collections.abc import Iterator
from datetime import date

from kasper_site.cms.publish_checks.written.dashes import EN_DASH
from kasper_site.cms.publish_checks.written.dashes import IN_CLASS as DASH
from kasper_site.cms.publish_checks.written.forms import Written, matches

_D = "[0-9]{1,2}"
_NOT_BEFORE = r"(?<![\w.,])"
_NOT_AFTER = r"(?![0-9]|\.[0-9])"
# The first half of a period: `1.`, `1.7.` or `1.7.2026` and a dash.
_FIRST = rf"(?:(?P<first>{_D}\.(?:{_D}\.(?:[0-9]{{4}})?)?)(?P<dash>\s?[{DASH}]\s?))?"
_PATTERNS = (
    re.compile(rf"(?<![\w{DASH}])(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})(?![\w{DASH}])"),
    re.compile(
        rf"(?<![\w/{DASH}])(?P<day>{_D})(?P<sign>[/{DASH}])(?P<month>{_D})(?P=sign)(?P<year>[0-9]{{4}})(?![\w/{DASH}])"
    ),
    re.compile(rf"{_NOT_BEFORE}{_FIRST}(?P<day>{_D})\.\s?(?P<month>{_D})\.\s?(?P<year>[0-9]{{4}}){_NOT_AFTER}"),
    # 02.08.23 is a date; 1.4.11 may as well be a section or a criterion.
    re.compile(rf"{_NOT_BEFORE}(?P<day>0[1-9])\.(?P<month>{_D})\.(?P<year>[0-9]{{2}}){_NOT_AFTER}"),
    re.compile(rf"{_NOT_BEFORE}{_FIRST}(?P<day>{_D})\.(?P<month>{_D})\.(?![0-9]|\s[0-9]{{4}})"),
)
_NUMBER = re.compile("[0-9]+")


def find(text: str) -> Iterator[Written]:
    """Everything that reads as a date; `right` is "" where a date with its year names no day that there is."""
    for match in matches(_PATTERNS, text):
        parts = match.groupdict()
        right = _right(parts)
        if right or len(parts.get("year") or "") == 4:
            yield Written(match.start(), match.end(), match[0], right)


def _right(parts: dict) -> str:
    day, month, year = int(parts["day"]), int(parts["month"]), _year(parts.get("year"))
    if parts.get("sign") and not _exists(day, month, year) and _exists(month, day, year):
        day, month = month, day  # the American order
    if not _exists(day, month, year):
        return ""
    return f"{_start(parts)}{day}.{month}.{year or ''}"


def _start(parts: dict) -> str:
    """The first half of a period with its dash; spaces around an en dash may stay."""
    if not parts.get("first"):
        return ""
    first = _NUMBER.sub(lambda number: str(int(number[0])), parts["first"])
    is_spaced = EN_DASH in parts["dash"] and len(parts["dash"]) == 3
    return f"{first} {EN_DASH} " if is_spaced else f"{first}{EN_DASH}"


def _year(digits: str | None) -> int:
    """The year that the digits mean; 0 for none. Two digits up to 69 are of this century."""
    if not digits:
        return 0
    return int(digits) + (0 if len(digits) == 4 else 2000 if int(digits) < 70 else 1900)


def _exists(day: int, month: int, year: int) -> bool:
    try:
        date(year or 2024, month, day)  # without a year, one that has 29 February
    except ValueError:
        return False
    return True
