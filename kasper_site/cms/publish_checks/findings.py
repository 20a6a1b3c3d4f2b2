"""What a check says: how serious it is, where in the form it stands, what is wrong and what to do."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from kasper_site.cms.publish_checks.written.forms import shown

AROUND = 30


class Level(StrEnum):
    """A blocking finding stops the publishing; an asking one is shown and left to the editor."""

    BLOCKING = "blocking"
    ASKING = "asking"


class Place(NamedTuple):
    """Where a text stands in the edit form."""

    # The name of the form's input with dots for dashes: `title`, `body.3.value.text`, `contacts.0.role`.
    field: str
    # Wagtail's content path, with the blocks' ids: the edit form opens at `#:w:contentpath=<anchor>`.
    anchor: str = ""


@dataclass(frozen=True)
class Finding:
    """One thing to mend or to think about before the page is published."""

    level: Level
    code: str
    field: str
    message: str
    excerpt: str = ""
    anchor: str = ""

    @property
    def is_blocking(self) -> bool:
        """Whether the page must not be published with this."""
        return self.level is Level.BLOCKING

    @property
    def root(self) -> str:
        """The field or child relation of the page that the finding is in: what a form error is hung on."""
        return self.field.partition(".")[0]

    @property
    def input_name(self) -> str:
        """The name of the form's input that holds the text."""
        return self.field.replace(".", "-")


def blocking(code: str, place: Place, message: str, excerpt: str = "") -> Finding:
    """A finding that stops the publishing."""
    return Finding(Level.BLOCKING, code, place.field, str(message), shown(excerpt), place.anchor)


def asking(code: str, place: Place, message: str, excerpt: str = "") -> Finding:
    """A finding that the editor decides about."""
    return Finding(Level.ASKING, code, place.field, str(message), shown(excerpt), place.anchor)


def required(field: str, message: str) -> Finding:
    """A blocking finding for something that a page type cannot be published without (`publish_requirements`)."""
    return blocking("required", Place(field), message)


def excerpt(text: str, start: int = 0, end: int = 0) -> str:
    """The words at `start`–`end` with a little of what stands around them, on one line."""
    text = shown(text)  # before it is cut: half an identity code would not be recognised
    left = max(0, start - AROUND)
    right = min(len(text), max(end, start + 1) + AROUND)
    if left:
        left = text.find(" ", left, start) + 1 or left
    if right < len(text):
        cut = text.rfind(" ", max(end, start + 1), right)
        right = cut if cut > 0 else right
    piece = " ".join(text[left:right].split())
    return f"{'…' if left else ''}{piece}{'…' if right < len(text) else ''}"
