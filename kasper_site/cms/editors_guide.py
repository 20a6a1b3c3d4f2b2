"""The editors' guide: docs/toimittajan-opas.md as a page of the admin, with its table of contents.

The file is the only source; its pictures lie in docs/opas and are served as static files below `opas/`.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

PICTURES = "opas/"


@dataclass(frozen=True)
class Guide:
    """The guide as HTML, with `(anchor, heading)` of each task, in order."""

    title: str
    tasks: tuple[tuple[str, str], ...]
    html: SafeString


def source() -> Path:
    """The guide's file."""
    return Path(settings.BASE_DIR) / "docs" / "toimittajan-opas.md"


def parse(text: str) -> Guide:
    """A guide from Markdown: one `#` title, a `##` for each task; raw HTML is shown as text, not trusted."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(text)
    headings = [
        (opening, tokens[place + 1].content) for place, opening in enumerate(tokens) if opening.type == "heading_open"
    ]
    tasks = tuple(_anchored(opening, words) for opening, words in headings if opening.tag == "h2")
    title = next((words for opening, words in headings if opening.tag == "h1"), "")
    _place_pictures(tokens)
    body = parser.renderer.render(_without_title(tokens), parser.options, {})
    return Guide(title, tasks, mark_safe(body))  # our own file, and raw HTML in it is escaped


def _anchored(opening: Token, words: str) -> tuple[str, str]:
    anchor = slugify(words)
    opening.attrSet("id", anchor)
    return anchor, words


def _place_pictures(tokens: list[Token]) -> None:
    """Pictures lie beside the file when it is read on its own, and among the static files in the admin."""
    for token in tokens:
        for child in token.children or ():
            address = str(child.attrGet("src") or "")
            if child.type == "image" and address.startswith(PICTURES):
                child.attrSet("src", static(address))
                child.attrSet("loading", "lazy")


def _without_title(tokens: list[Token]) -> list[Token]:
    start = 3 if tokens and tokens[0].tag == "h1" else 0
    return tokens[start:]


@lru_cache(maxsize=1)
def _stored(path: Path, changed_at: float) -> Guide:
    return parse(path.read_text(encoding="utf-8"))


def guide(request: HttpRequest) -> HttpResponse:
    """The guide in the admin."""
    path = source()
    context = {"guide": _stored(path, path.stat().st_mtime)}
    return TemplateResponse(request, "wagtailadmin/editors_guide.html", context)
