"""Reads docs/toimittajan-opas.md for its tests: headings, bold words, pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kasper_site.cms import editors_guide
from tests.processes import ROOT

FILE = ROOT / "docs" / "toimittajan-opas.md"


@dataclass(frozen=True)
class Picture:
    """A picture in the guide: its file and what it tells who cannot see it."""

    name: str
    alt: str


def tokens() -> list[Token]:
    """The guide as Markdown's tokens."""
    return MarkdownIt("commonmark").parse(FILE.read_text(encoding="utf-8"))


def headings() -> list[str]:
    """The tasks, in order."""
    return [heading for _anchor, heading in editors_guide.parse(FILE.read_text(encoding="utf-8")).tasks]


@cache
def sections() -> dict[str, list[Token]]:
    """The running text below each task's heading."""
    found: dict[str, list[Token]] = {}
    heading, is_heading = "", False
    for token in tokens():
        if token.type == "inline" and is_heading:
            heading = token.content
            found[heading] = []
        elif token.type == "inline" and heading:
            found[heading].append(token)
        is_heading = token.type == "heading_open" and token.tag == "h2"
    return found


def bold_words(heading: str) -> list[str]:
    """The words of the screen that a task names."""
    return [words for token in sections()[heading] for words in _bold(token.children or [])]


def pictures() -> list[Picture]:
    """Every picture of the guide, in order."""
    children = (child for token in tokens() if token.type == "inline" for child in token.children or ())
    return [Picture(str(child.attrs["src"]), child.content) for child in children if child.type == "image"]


def _bold(children: list[Token]) -> Iterator[str]:
    words = None
    for child in children:
        if child.type == "strong_open":
            words = ""
        elif child.type == "strong_close":
            yield words
            words = None
        elif words is not None:
            words += child.content
