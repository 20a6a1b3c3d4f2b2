"""Finnish personal identity codes: DDMMYY, a sign for the century, three digits, a check character.

Source: the government decree on the population information system (128/2010), with the signs that were added on
1.1.2023: + for those born in the 1800s, - Y X W V U in the 1900s, A B C D E F in the 2000s.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kasper_site.cms.publish_checks.written import dashes

CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
# A word processor turns the hyphen into other dashes; whoever reads the code reads it all the same.
_CENTURIES = {"+": 1800, **dict.fromkeys(dashes.ALL + "YXWVU", 1900), **dict.fromkeys("ABCDEF", 2000)}
_SHAPE = re.compile(
    rf"(?<![0-9A-Za-z])(?P<day>[0-9]{{6}})\s?(?P<sign>[+{dashes.IN_CLASS}YXWVUA-F])\s?(?P<number>[0-9]{{3}})"
    rf"(?P<check>[0-9A-Z])(?![0-9A-Za-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class IdentityCode:
    """Where a code stands in a text, and whether its check character agrees."""

    start: int
    end: int
    is_certain: bool


def find(text: str) -> Iterator[IdentityCode]:
    """The codes in a text whose first six digits are a day; a wrong check character makes one uncertain."""
    for match in _SHAPE.finditer(text):
        if _is_day(match["day"], match["sign"].upper()):
            yield IdentityCode(match.start(), match.end(), _check_character(match) == match["check"].upper())


def masked(text: str) -> str:
    """The text with each code made unreadable, so that nothing we show or log repeats one; the length stays."""
    for code in list(find(text)):
        text = text[: code.start] + "•" * (code.end - code.start) + text[code.end :]
    return text


def _check_character(match: re.Match) -> str:
    """The character that the day and the number call for: their remainder by 31."""
    return CHECK_CHARACTERS[int(match["day"] + match["number"]) % 31]


def _is_day(digits: str, sign: str) -> bool:
    day, month, year = (int(digits[index : index + 2]) for index in (0, 2, 4))
    try:
        date(_CENTURIES[sign] + year, month, day)
    except ValueError:
        return False
    return True
