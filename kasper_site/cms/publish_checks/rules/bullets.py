"""A list is made with the list tool: only then do screen readers and phones know that it is one (WCAG 2.2, 1.3.1)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from django.utils.translation import gettext as _

from kasper_site.cms.publish_checks.draft import Draft
from kasper_site.cms.publish_checks.findings import Finding, asking, excerpt
from kasper_site.cms.publish_checks.parts import Text

# Signs of a bullet. A dash (–) starts a line of speech in Finnish and is left alone.
_BULLET = re.compile(r"[•·▪■●○◦‣⁃∙➢]\s*\S|[-*]\s+\S")
_NUMBER = re.compile(r"(?:\d{1,2}|[a-zA-Z])\)\s*\S")
# `1. tammikuuta` is a date: a full stop makes a list only where the next line goes on counting.
_COUNTED = re.compile(r"(\d{1,2})\.\s*[^\W\d_]")


def pasted_lists(draft: Draft) -> Iterator[Finding]:
    """Texts with lines that look like the items of a list; one finding a text."""
    for text in draft.texts:
        line = _first_item(text)
        if line:
            message = _("A list that is typed by hand. Take the sign away and use the list tool.")
            yield asking("pasted-list", text.place, message, excerpt(line))


def _first_item(text: Text) -> str:
    """The first line that is typed as an item of a list; "" where there is none."""
    lines = [paragraph.text for paragraph in text.paragraphs]
    for line, following in pairwise([*lines, ""]):
        if _BULLET.match(line) or _NUMBER.match(line) or _goes_on(line, following):
            return line
    return ""


def _goes_on(line: str, following: str) -> bool:
    first, second = _COUNTED.match(line), _COUNTED.match(following)
    return bool(first and second) and int(second[1]) == int(first[1]) + 1
