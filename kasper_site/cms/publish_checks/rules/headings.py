"""Headings go down one step at a time, so that they read as a table of contents (WCAG 2.2, 1.3.1, 2.4.6)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kasper_site.cms.publish_checks.draft import Draft
from kasper_site.cms.publish_checks.findings import Finding, asking
from kasper_site.cms.publish_checks.parts import Paragraph, Text

_FIRST_LEVEL = 2


def heading_gaps(draft: Draft) -> Iterator[Finding]:
    """Headings of rich text with no heading of the level above before them in the same field."""
    field, level = "", 1
    for text, heading, heading_level in _headings(draft):
        root = text.place.field.partition(".")[0]
        if root != field:
            field, level = root, 1
        if heading_level > level + 1:
            yield asking("heading-gap", text.place, _message(heading_level), heading.text)
        level = heading_level


def _headings(draft: Draft) -> Iterator[tuple[Text, Paragraph, int]]:
    """The headings that make parts of a page, with their levels, in running order."""
    for text, paragraph in draft.paragraphs():
        level = text.level or paragraph.level
        if level >= _FIRST_LEVEL:
            yield text, paragraph, level


def _message(level: int) -> str:
    if level == _FIRST_LEVEL + 1:
        return _("This subheading has no heading above it. Add a heading block before it.")
    return _("A level of headings is left out before this one. Make it one step larger.")
