"""Rich text as Wagtail stores it, taken apart into paragraphs and links."""

import re
import warnings
from dataclasses import dataclass

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, NavigableString, ParserRejectedMarkup, Tag

from kasper_site.cms.publish_checks.parts import HEADING_TAGS, Image, Link, LinkKind, Paragraph, plain_paragraphs
from kasper_site.cms.publish_checks.written.forms import BLANK

_OWN_LINKS = {"page": LinkKind.PAGE, "document": LinkKind.DOCUMENT}
_TAG = re.compile("<[^>]*>")
_BLOCKS = {*HEADING_TAGS, "p", "li", "blockquote", "div", "td", "th", "dt", "dd"}


@dataclass(frozen=True)
class Markup:
    """The parts of a rich text."""

    paragraphs: tuple[Paragraph, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()


def parse(html: str) -> Markup:
    """The paragraphs, links and pictures of a rich text; the words of a fact are left out, for nobody typed them."""
    soup = _soup(html)
    if soup is None:
        return Markup(plain_paragraphs(_TAG.sub(" ", html)))
    links = tuple(_link(tag) for tag in soup.find_all("a"))
    images = tuple(image for tag in soup.find_all("embed", embedtype="image") if (image := _image(tag)))
    for tag in soup.find_all(_is_fact):
        tag.replace_with(BLANK)
    return Markup(tuple(_paragraphs(soup)), links, images)


def _soup(html: str) -> BeautifulSoup | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
            return BeautifulSoup(html, "html.parser")
    except (ParserRejectedMarkup, AssertionError, ValueError):
        return None


def _is_fact(tag: Tag) -> bool:
    """An entity that is filled in when the page is shown: any link or embed of a type that is not Wagtail's own."""
    if tag.name == "a":
        return _link_kind(tag) is LinkKind.FACT
    return tag.name == "embed"


def _link_kind(tag: Tag) -> LinkKind:
    kind = tag.get("linktype")
    if kind is None:
        return LinkKind.ADDRESS
    return _OWN_LINKS.get(str(kind), LinkKind.FACT)


def _link(tag: Tag) -> Link:
    kind = _link_kind(tag)
    target = str(tag.get("href") or "") if kind is LinkKind.ADDRESS else _key(tag.get("id"))
    return Link(kind, target, " ".join(tag.get_text(" ").split()))


def _image(tag: Tag) -> Image | None:
    pk = _key(tag.get("id"))
    return Image(pk, str(tag.get("alt") or "")) if pk is not None else None


def _key(value: object) -> int | None:
    """A primary key; None for what is none."""
    text = str(value or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _paragraphs(soup: BeautifulSoup):
    """Lines of words with the tag that they stand in; `<br>` and every block element end a line."""
    words, current = [], "p"
    for piece, tag in _pieces(soup, "p"):
        if piece is None:
            yield from _lines(words, current)
            words, current = [], tag
        else:
            words.append(piece)
    yield from _lines(words, current)


def _pieces(parent: Tag, tag: str):
    """The strings below an element in order; (None, tag) where a line ends and one in `tag` begins."""
    for child in parent.children:
        if isinstance(child, Tag):
            inner = child.name if child.name in _BLOCKS else tag
            if child.name in _BLOCKS or child.name == "br":
                yield None, inner
            yield from _pieces(child, inner)
            if child.name in _BLOCKS:
                yield None, tag
        elif type(child) is NavigableString:  # not a comment
            yield str(child), tag


def _lines(words: list[str], tag: str):
    for line in plain_paragraphs(" ".join("".join(words).split("\n"))):
        yield Paragraph(line.text, tag)
