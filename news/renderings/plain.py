"""The release's document as plain text, for a mail or an editor's system: UTF-8, lines of at most 72 characters."""

import re
import textwrap
from urllib.parse import urljoin

from bs4 import BeautifulSoup, NavigableString, Tag

from kasper_site.cms.urls_of import absolute
from kasper_site.cms.wording import NBSP
from news.renderings import paper

WIDTH = 72
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
UNDERLINES = {"h1": "=", "h2": "-"}
HEADINGS, LISTS = {"h1", "h2", "h3", "h4"}, {"ul", "ol", "li", "dl", "dt", "dd"}
PARTS = {"address", "article", "aside", "div", "footer", "header", "main", "section"}
BLOCKS = HEADINGS | LISTS | PARTS | {"blockquote", "figcaption", "figure", "p"}
LEFT_OUT = {"img", "picture", "style", "svg", "title"}
BREAK = "\v"  # a line break of the running text's own


def text(page) -> str:
    """A release as text."""
    return of_html(paper.html(page))


def of_html(html: str) -> str:
    """The body of a page of HTML as text: headings underlined, lists with marks, addresses of links written out."""
    paragraphs = _paragraphs(BeautifulSoup(html, "html.parser").body, WIDTH)
    # What must not be broken was not; whoever copies a number wants plain spaces.
    return "\n\n".join(paragraphs).replace(NBSP, " ").replace(SOFT_HYPHEN, "") + "\n"


def _paragraphs(parent: Tag, width: int) -> list[str]:
    """The paragraphs of an element, each of lines of at most `width` characters."""
    found, running = [], ""
    for child in parent.children:
        if isinstance(child, Tag) and child.name in BLOCKS:
            found += [*_filled(running, width), *_block(child, width)]
            running = ""
        else:
            running += _inline(child)
    return found + _filled(running, width)


def _block(tag: Tag, width: int) -> list[str]:
    """The paragraphs of a block by its kind; those of the class `lines` follow each other without empty lines."""
    if tag.name in UNDERLINES:
        lines = _filled(_inline(tag), width)
        return [f"{line}\n{UNDERLINES[tag.name] * max(map(len, line.splitlines()))}" for line in lines]
    if tag.name in ("ul", "ol"):
        return _list(tag, width)
    if tag.name == "dl":
        return _facts(tag, width)
    if tag.name == "blockquote":
        return _behind("    ", [_quoted(_paragraphs(tag, width - 6))])
    if tag.name == "figcaption" and tag.find_previous_sibling("blockquote"):
        return _behind("    – ", _paragraphs(tag, width - 6))
    found = _paragraphs(tag, width)
    return ["\n".join(found)] if found and "lines" in tag.get("class", []) else found


def _list(tag: Tag, width: int) -> list[str]:
    """A list as one paragraph: "- " before each item, "1. " where their order counts."""
    lines = []
    for number, item in enumerate(tag.find_all("li", recursive=False), start=1):
        mark = f"{number}. " if tag.name == "ol" else "- "
        lines += _behind(mark, ["\n".join(_paragraphs(item, width - len(mark)))])
    return ["\n".join(lines)] if lines else []


def _facts(tag: Tag, width: int) -> list[str]:
    """A list of facts as one paragraph: "- name: what it is"."""
    lines = []
    for name, what in zip(tag.find_all("dt"), tag.find_all("dd"), strict=False):
        told = "\n".join(_paragraphs(what, width - 2)).replace("\n", " ")
        lines += _behind("- ", _filled(f"{_inline(name).strip()}: {told}", width - 2))
    return ["\n".join(lines)] if lines else []


def _quoted(paragraphs: list[str]) -> str:
    """The paragraphs of a quote between quotation marks."""
    words = "\n\n".join(paragraphs).strip('"”“»«')
    return f"”{words}”"


def _behind(mark: str, paragraphs: list[str]) -> list[str]:
    """The paragraphs behind a mark, their further lines as far in."""
    indent = " " * len(mark)
    return [mark + textwrap.indent(paragraph, indent).removeprefix(indent) for paragraph in paragraphs if paragraph]


def _filled(running: str, width: int) -> list[str]:
    """Running text as a paragraph; nothing where there are no words. Numbers and addresses are not broken."""
    lines = (re.sub(r"[ \t\r\n]+", " ", line).strip(f" {NBSP}") for line in running.split(BREAK))
    room = {"width": width, "break_long_words": False, "break_on_hyphens": False}
    filled = "\n".join("\n".join(textwrap.wrap(line, **room)) for line in lines if line)
    return [filled] if filled else []


def _inline(node) -> str:
    """The words of running text, each link followed by its address."""
    if isinstance(node, NavigableString):
        return str(node) if type(node) is NavigableString else ""
    if node.name == "br":
        return BREAK
    if node.name in LEFT_OUT:
        return ""
    words = "".join(_inline(child) for child in node.children)
    return _linked(words, node["href"]) if node.name == "a" and node.get("href") else words


def _linked(words: str, href: str) -> str:
    """The words of a link with its address, unless they are the address or the number."""
    if href.startswith(("#", "tel:", "mailto:")):
        return words
    address = urljoin(absolute("/"), href)
    return words if words.strip() in (address, address.split("://")[-1].rstrip("/")) else f"{words} ({address})"
