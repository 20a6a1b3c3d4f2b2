"""What stands on a page in another language than the page's own is marked with that language (WCAG 3.1.2).

One pass over the rendered HTML, so that no template and no editor can forget it: names in Finnish get `lang`.
Attributes, scripts and drawings stay as they are. The templates' indentation,
which nobody reads and every phone would load, goes in the same pass.
"""

import re
from collections.abc import Iterable, Iterator

from django.conf import settings
from django.utils import translation
from django.utils.html import escape

_TAG = re.compile(r"(<[^>]*>)")
_INDENTATION = re.compile(r"\s*\n\s*")
_NAME_OF_TAG = re.compile(r"</?([a-zA-Z0-9]+)")
_NOT_READ_AS_TEXT = {"script", "style", "svg", "textarea", "pre", "title", "option"}


def marked(html: str, language: str, names: Iterable[str]) -> str:
    """The HTML of a page in `language`, with what it holds in other languages marked; `names` are Finnish."""
    pattern = _pattern(names) if language != settings.LANGUAGE_CODE else None
    return "".join(_parts(html, pattern))


def language_of(address: str) -> str | None:
    """The language of what answers at an address of ours; None where that is no page."""
    if address.startswith(_addresses_without_language()):
        return None
    return translation.get_language_from_path(address) or settings.LANGUAGE_CODE


def _parts(html: str, pattern: re.Pattern | None) -> Iterator[str]:
    skipped = ""
    for part in _TAG.split(html):
        if not part.startswith("<"):
            yield part if skipped else _text(part, pattern)
            continue
        found = _NAME_OF_TAG.match(part)
        name = found[1].lower() if found else ""
        if skipped:
            skipped = "" if part.startswith("</") and name == skipped else skipped
        elif name in _NOT_READ_AS_TEXT and not part.startswith("</"):
            skipped = name
        yield part


def _text(part: str, pattern: re.Pattern | None) -> str:
    flat = _INDENTATION.sub("\n", part)
    return _with_names(flat, pattern) if pattern else flat


def _pattern(names: Iterable[str]) -> re.Pattern | None:
    """Any of the names as whole words, the longest first."""
    alternatives = "|".join(re.escape(escape(name)) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") if alternatives else None


def _with_names(text: str, pattern: re.Pattern) -> str:
    """A piece of text with its names marked, held together: in a flex box each part would be a box of its own."""
    name_tag = f'<span lang="{settings.LANGUAGE_CODE}">'
    bare = text.strip()
    changed = pattern.sub(lambda match: f"{name_tag}{match[0]}</span>", bare)
    if changed == bare:
        return text
    whole = changed if pattern.fullmatch(bare) else f"<span>{changed}</span>"
    return text.replace(bare, whole, 1)


def _addresses_without_language() -> tuple[str, ...]:
    """Where files, machines' addresses and the admin stand."""
    return ("//", settings.STATIC_URL, settings.MEDIA_URL, f"/{settings.ADMIN_PATH}", "/tiedostot/", "/sitemap.xml")
