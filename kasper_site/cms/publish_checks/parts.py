"""What a page's text is made of: texts of fields and blocks, with their paragraphs, links and pictures."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from kasper_site.cms.publish_checks.findings import Place

HEADING_TAGS = {f"h{level}": level for level in range(1, 7)}


class Kind(StrEnum):
    """Plain words, rich text, or the words of a heading or a name."""

    PLAIN = "plain"
    RICH = "rich"
    HEADING = "heading"


class LinkKind(StrEnum):
    """Where a link leads; a fact follows the directory and is no link of the editor's."""

    PAGE = "page"
    DOCUMENT = "document"
    ADDRESS = "address"
    FACT = "fact"


@dataclass(frozen=True)
class Paragraph:
    """One line of words: a paragraph, a list item, a heading of rich text."""

    text: str
    tag: str = "p"

    @property
    def level(self) -> int:
        """The level of a heading; 0 where it is none."""
        return HEADING_TAGS.get(self.tag, 0)


@dataclass(frozen=True)
class Link:
    """A link and its words; `target` is the primary key of ours or the address of somebody else's."""

    kind: LinkKind
    target: int | str | None
    words: str = ""
    # A page that a field names and that shows only while visitors may see it: no dead end for them.
    is_optional: bool = False


@dataclass(frozen=True)
class Image:
    """A picture in use. `alt` is None where the picture's own description is shown."""

    pk: int
    alt: str | None = None
    is_decorative: bool = False


@dataclass(frozen=True)
class Text:
    """The text of one input of the edit form, with what it links to and shows."""

    place: Place
    kind: Kind = Kind.PLAIN
    paragraphs: tuple[Paragraph, ...] = ()
    html: str = ""
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    # The level of a heading that starts a part of the page; 0 for all else.
    level: int = 0
    # Sentences to be read, not a name or a label: these the readability counts.
    is_running: bool = False

    @cached_property
    def text(self) -> str:
        """All words, a paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    def is_heading(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph of this text is shown as a heading."""
        return self.kind is Kind.HEADING or bool(paragraph.level)


def plain_paragraphs(text: object) -> tuple[Paragraph, ...]:
    """The lines of plain text that have words."""
    return tuple(Paragraph(line.strip()) for line in str(text or "").splitlines() if line.strip())
