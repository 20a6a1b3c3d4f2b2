"""Atom 1.0 (RFC 4287) as XML. Pure functions: any text comes out as well-formed XML."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

NAMESPACE = "http://www.w3.org/2005/Atom"
CONTENT_TYPE = "application/atom+xml"

# What XML 1.0 (2.2) has no place for, not even escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    """A story. Moments are aware; `content` is HTML; `categories` are names by short names."""

    id: str
    title: str
    url: str
    language: str
    published: datetime
    updated: datetime
    author: str
    summary: str = ""
    content: str = ""
    categories: Iterable[tuple[str, str]] = ()


@dataclass(frozen=True)
class Feed:
    """A feed: where it is itself, and the page whose stories it tells."""

    id: str
    title: str
    url: str
    page_url: str
    language: str
    updated: datetime
    author: str
    subtitle: str = ""
    icon: str = ""
    entries: tuple[Entry, ...] = ()


def write(feed: Feed) -> bytes:
    """The feed as a file."""
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    _add(root, "updated", _moment(feed.updated))
    _link(root, "self", feed.url, CONTENT_TYPE)
    _link(root, "alternate", feed.page_url, "text/html")
    _author(root, feed.author)
    _add(root, "icon", feed.icon)
    for entry in feed.entries:
        _entry(SubElement(root, "entry", {"xml:lang": entry.language}), entry)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _entry(element: Element, entry: Entry) -> None:
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _link(element, "alternate", entry.url, "text/html")
    _add(element, "published", _moment(entry.published))
    _add(element, "updated", _moment(entry.updated))
    _author(element, entry.author)
    for term, label in entry.categories:
        SubElement(element, "category", {"term": clean(term), "label": clean(label)})
    _add(element, "summary", entry.summary, type="text")
    _add(element, "content", entry.content, type="html")


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    """A child with a text; none where there is no text."""
    if text:
        SubElement(parent, name, attributes).text = clean(text)


def _link(parent: Element, relation: str, url: str, content_type: str) -> None:
    SubElement(parent, "link", {"rel": relation, "href": clean(url), "type": content_type})


def _author(parent: Element, name: str) -> None:
    _add(SubElement(parent, "author"), "name", name)


def _moment(moment: datetime) -> str:
    """RFC 3339, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def clean(text: str) -> str:
    """The text without characters that XML does not know."""
    return _NO_XML.sub("", text)
