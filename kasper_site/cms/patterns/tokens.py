"""The values of the stylesheet, read from `static/css/tokens.css`, so that the pattern library cannot fall behind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from kasper_site.cms.patterns.colours import contrast

FILE = Path(settings.BASE_DIR) / "static" / "css" / "tokens.css"

_DECLARATION = re.compile(r"--([\w-]+):\s*([^;]+);")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_DARK = "@media (prefers-color-scheme: dark)"

TEXT_LEAST = 7.0  # WCAG 1.4.6
EDGE_LEAST = 3.0  # WCAG 1.4.11

# What stands on what: text, then the edges of controls. Colours that are named nowhere here are for shapes alone.
TEXT_PAIRS = (
    ("text", "ground"),
    ("text", "panel"),
    ("text", "raised"),
    ("text", "dandelion-soft"),
    ("muted", "ground"),
    ("muted", "raised"),
    ("link", "ground"),
    ("link", "panel"),
    ("link", "raised"),
    ("call-text", "call"),
    ("call-text", "call-strong"),
    ("deep-text", "deep"),
    ("deep-link", "deep"),
    ("error", "ground"),
    ("error", "raised"),
)
EDGE_PAIRS = (("edge", "ground"), ("edge", "raised"), ("call", "ground"), ("call", "raised"))


@dataclass(frozen=True)
class Token:
    """A value by name, light and dark; `dark` equals `light` where the scheme makes no difference."""

    name: str
    light: str
    dark: str

    @property
    def is_colour(self) -> bool:
        """Whether the value is a plain colour."""
        return bool(_COLOUR.fullmatch(self.light))


@dataclass(frozen=True)
class Pair:
    """A colour on another with their contrast in both schemes and the least that is allowed."""

    name: str
    under: str
    light: float
    dark: float
    least: float

    @property
    def is_text(self) -> bool:
        """Whether it is text that stands there, not an edge."""
        return self.least == TEXT_LEAST

    @property
    def is_enough(self) -> bool:
        """Whether both schemes keep the limit."""
        return min(self.light, self.dark) >= self.least


def read(css: str | None = None) -> dict[str, Token]:
    """Every token by name, in the file's order."""
    css = re.sub(r"/\*.*?\*/", "", FILE.read_text(encoding="utf-8") if css is None else css, flags=re.DOTALL)
    light, _marker, dark = css.partition(_DARK)
    values, dark_values = dict(_DECLARATION.findall(light)), dict(_DECLARATION.findall(dark))
    return {name: Token(name, value, dark_values.get(name, value)) for name, value in values.items()}


def groups(tokens: dict[str, Token]) -> dict[str, list[Token]]:
    """The tokens by kind: colours, sizes of text, distances, and what is left (shapes, widths, letters)."""
    found: dict[str, list[Token]] = {"colours": [], "sizes": [], "spaces": [], "others": []}
    for token in tokens.values():
        kind = "colours" if token.is_colour else {"size": "sizes", "space": "spaces"}.get(token.name.split("-")[0])
        found[kind or "others"].append(token)
    return found


def pairs(tokens: dict[str, Token]) -> Iterator[Pair]:
    """The contrasts that count."""
    for least, names in ((TEXT_LEAST, TEXT_PAIRS), (EDGE_LEAST, EDGE_PAIRS)):
        for name, under in names:
            one, other = tokens[name], tokens[under]
            yield Pair(name, under, contrast(one.light, other.light), contrast(one.dark, other.dark), least)
