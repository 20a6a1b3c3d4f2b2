"""What every finder of a written form gives back, and the parts of a text that none of them may look at."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kasper_site.cms.publish_checks.written.identity_codes import masked

# Stands where an address or a fact from the directory stood: no letter, no digit, no space.
BLANK = "\N{OBJECT REPLACEMENT CHARACTER}"

_ADDRESSES = re.compile(r"(?:https?://|www\.)[^\s<>\"]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+", re.IGNORECASE)


@dataclass(frozen=True)
class Written:
    """Something recognised in a text: where it stands, how it was typed, how it should be ("" where there is none)."""

    start: int
    end: int
    typed: str
    right: str

    @property
    def is_right(self) -> bool:
        """Whether it is written as it should be; the kind of space does not matter."""
        return spaced(self.typed) == self.right


def matches(patterns: Iterable[re.Pattern], text: str) -> Iterator[re.Match]:
    """The matches of several patterns, the first pattern first; no stretch of the text is matched twice."""
    for pattern in patterns:
        for match in list(pattern.finditer(text)):
            text = blanked(text, match.start(), match.end())
            yield match


def spaced(text: str) -> str:
    """The text with plain single spaces."""
    return " ".join(text.split())


def shown(text: str) -> str:
    """The text as an editor may see it again: without identity codes, with dots for what a fact fills in."""
    return masked(text).replace(BLANK, "…")


def readable(text: str) -> str:
    """The text with web and mail addresses and identity codes blanked, in the same length."""
    return masked(_ADDRESSES.sub(lambda match: BLANK * len(match[0]), text))


def blanked(text: str, start: int, end: int) -> str:
    """The text with one stretch blanked, in the same length."""
    return text[:start] + BLANK * (end - start) + text[end:]
