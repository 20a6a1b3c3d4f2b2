"""People, services and places as cards for the phone's address book: vCard 3.0 (RFC 2426), which every phone reads.

Written by hand: the format is a handful of lines, and what matters is that no name can break out of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MOST_OCTETS = 75
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")
_LINE_END = re.compile(r"\r\n?")


@dataclass(frozen=True)
class Card:
    """What an address book keeps. `tel` is the number as dialled; a card without `family` is an organisation's."""

    name: str
    given: str = ""
    family: str = ""
    organisation: str = ""
    role: str = ""
    tel: str = ""
    email: str = ""
    street: str = ""
    municipality: str = ""
    url: str = ""
    note: str = ""


def card(of: Card) -> bytes:
    """The card as a file."""
    return "".join(_folded(line) for line in _lines(of)).encode()


def names(name: str) -> tuple[str, str]:
    """A person's given and family name: the last word is the family name."""
    given, _space, family = name.strip().rpartition(" ")
    return given, family


def _lines(of: Card) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:3.0")
    yield f"FN:{_text(of.name)}"
    yield f"N:{_text(of.family)};{_text(of.given)};;;"
    yield f"ORG:{_text(of.organisation or of.name)}"
    if not of.family:
        yield "X-ABSHOWAS:COMPANY"  # else Apple sorts it among people without a name
    if of.street or of.municipality:
        yield f"ADR;TYPE=WORK:;;{_text(of.street)};{_text(of.municipality)};;;"
    named = (("TITLE", of.role), ("TEL;TYPE=WORK,VOICE", of.tel), ("EMAIL;TYPE=INTERNET", of.email), ("NOTE", of.note))
    yield from (f"{name}:{_text(value)}" for name, value in named if value)
    if of.url:
        yield f"URL:{_CONTROL.sub('', of.url)}"
    yield "END:VCARD"


def _text(value: str) -> str:
    """A value whose commas, semicolons and line breaks mean nothing."""
    value = _CONTROL.sub("", _LINE_END.sub("\n", value))
    return value.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in parts of at most 75 octets, none of which cuts a character; its end included."""
    parts, room = [""], _MOST_OCTETS
    for character in line:
        size = len(character.encode())
        if size > room:
            parts.append(" ")
            room = _MOST_OCTETS - 1
        parts[-1] += character
        room -= size
    return "".join(f"{part}\r\n" for part in parts)
