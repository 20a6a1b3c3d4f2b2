"""Phones, times, dates and ranges in the form that a reader expects (Finnish: 2.8.2023, klo 9–15, 044 350 5179)."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from kasper_site.cms.publish_checks.draft import Draft
from kasper_site.cms.publish_checks.findings import Finding, asking, excerpt
from kasper_site.cms.publish_checks.parts import Text
from kasper_site.cms.publish_checks.written import dates, phones, ranges, times
from kasper_site.cms.publish_checks.written.forms import Written, blanked, readable

Finder = Callable[[str], Iterator[Written]]

# In this order: what one finder has recognised, right or wrong, is taken from the next.
_FINDERS: tuple[tuple[str, Finder, frozenset[str]], ...] = (
    ("phone-form", phones.find, frozenset({"fi", "sv", "en"})),
    ("time-form", times.find, frozenset({"fi"})),
    ("date-form", dates.find, frozenset({"fi", "sv"})),
    ("range-form", ranges.find, frozenset({"fi", "sv", "en"})),
)


def unusual_forms(draft: Draft) -> Iterator[Finding]:
    """What is written in another form than the house's, with the right one."""
    known = {phones.dialled(contact.value) for contact in draft.known.phones}
    for text, paragraph in draft.paragraphs():
        for code, written in found_in(paragraph.text, draft.language):
            # A number that the directory knows is to be taken out, not mended.
            if not written.is_right and getattr(written, "digits", "") not in known:
                yield _finding(text, code, written, paragraph.text)


def found_in(words: str, language: str) -> Iterator[tuple[str, Written]]:
    """Everything recognised in a line, each stretch once."""
    rest = readable(words)
    for code, find, languages in _FINDERS:
        if language not in languages:
            continue
        for written in list(find(rest)):
            if rest[written.start : written.end] == written.typed:
                rest = blanked(rest, written.start, written.end)
                yield code, written


def _finding(text: Text, code: str, written: Written, words: str) -> Finding:
    if not written.right:
        message = _("There is no such day. Check the date.")
        return asking("no-such-day", text.place, message, excerpt(words, written.start, written.end))
    # Translators: %(right)s is a phone number, date, time or range in the form that is usual in Finnish
    message = _("Write this as %(right)s.") % {"right": written.right}
    return asking(code, text.place, message, excerpt(words, written.start, written.end))
