"""Mail as plain text: lines that no program breaks anew. Pure functions."""

import re
import textwrap
from collections.abc import Iterable

WIDTH = 72
NBSP = "\N{NO-BREAK SPACE}"


def paragraph(text: str, start: str = "") -> str:
    """The text in short lines; `start` before the first, as much room before the others. Addresses and numbers of
    several groups stay whole.
    """
    running = " ".join(text.replace(NBSP, "\0").split())
    lines = textwrap.wrap(
        re.sub(r"(?<=\d) (?=\d)", "\0", running),
        WIDTH,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines).replace("\0", " ")


def listed(items: Iterable[str]) -> str:
    """A list with a hyphen before each."""
    return "\n".join(paragraph(item, "- ") for item in items)


def titled(title: str, text: str) -> str:
    """A line above a text; nothing where there is no text."""
    return f"{title}\n{text}" if text else ""


def joined(parts: Iterable[str]) -> str:
    """Paragraphs with an empty line between; empty ones are left out."""
    return "\n\n".join(filter(None, parts)) + "\n"
