"""Drafts made of words alone, for checks that need no database."""

from kasper_site.cms.publish_checks.draft import Draft
from kasper_site.cms.publish_checks.findings import Place
from kasper_site.cms.publish_checks.markup import parse
from kasper_site.cms.publish_checks.parts import Kind, Text, plain_paragraphs

PLACE = Place("body.0.value.text", "body.a1.text")


def plain(words: str, kind: Kind = Kind.PLAIN, place: Place = PLACE, level: int = 0) -> Text:
    """A text of plain words."""
    return Text(place, kind, plain_paragraphs(words), level=level, is_running=True)


def heading(words: str, level: int = 0) -> Text:
    """The words of a heading; `level=2` for one that starts a part of the page."""
    return plain(words, Kind.HEADING, level=level)


def rich(html: str) -> Text:
    """A rich text."""
    found = parse(html)
    return Text(PLACE, Kind.RICH, found.paragraphs, html, found.links, found.images, is_running=True)


def draft(*texts: Text, **facts) -> Draft:
    """A draft of these texts on no page."""
    return Draft(None, texts, **facts)


def codes(check, *texts: Text, **facts) -> list[str]:
    """The codes of what a check finds in the texts."""
    return [finding.code for finding in check(draft(*texts, **facts))]
