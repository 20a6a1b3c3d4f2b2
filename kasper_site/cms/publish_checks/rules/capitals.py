"""Words in capitals read slowly, and some screen readers spell them out. Names that are written so may stay."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from kasper_site.cms.publish_checks.draft import Draft
from kasper_site.cms.publish_checks.findings import Finding, asking, excerpt
from kasper_site.cms.publish_checks.parts import Paragraph, Text

_names: set[str] = {
    "VOIKUKKIA",
    "VOI KUKKIA",
    "VAHVA POHJA ELÄMÄÄN",
    "HNMKY",
    "KASPER",
    "KASPERI",
    "KASTE",
    "KUULAS",
    "OSMO",
    "STEA",
}
_LONG = 5
_MANY = 3
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def register_names(*names: str) -> None:
    """Names that are written in capitals and are no shouting."""
    _names.update(names)


def shouting(draft: Draft) -> Iterator[Finding]:
    """Three words or more in capitals on end, or a whole heading."""
    for text, paragraph in draft.paragraphs():
        span = _span(text, paragraph)
        if span:
            message = _("Words in capital letters. Write them as usual: a capital first, then small letters.")
            yield asking("all-caps", text.place, message, excerpt(paragraph.text, *span))


def _span(text: Text, paragraph: Paragraph) -> tuple[int, int] | None:
    """Where the shouting starts and ends; None where nobody shouts."""
    words = list(_WORD.finditer(_without_names(paragraph.text)))
    loud = [match for match in words if _is_loud(match[0])]
    if not any(len(match[0]) >= _LONG for match in loud):
        return None
    if text.is_heading(paragraph) and paragraph.text == paragraph.text.upper():
        return 0, len(paragraph.text)
    return _run(words)


def _run(words: list[re.Match]) -> tuple[int, int] | None:
    """The first run of loud words that is long enough and more than abbreviations."""
    run: list[re.Match] = []
    for match in [*words, None]:
        if match is not None and _is_loud(match[0]):
            run.append(match)
            continue
        if len(run) >= _MANY and any(len(word[0]) >= _LONG for word in run):
            return run[0].start(), run[-1].end()
        run = []
    return None


def _is_loud(word: str) -> bool:
    return len(word) > 1 and word == word.upper() and word != word.lower()


def _without_names(text: str) -> str:
    """The text with the known names in small letters, in the same length; the longest first."""
    for name in sorted(_names, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name.lower(), text)
    return text
