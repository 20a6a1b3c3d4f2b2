"""A number, address or hour that the directory keeps is shown from there, so that it changes everywhere at once."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from kasper_site.cms.publish_checks.draft import Draft
from kasper_site.cms.publish_checks.findings import Finding, asking, excerpt
from kasper_site.cms.publish_checks.known import KnownContact, KnownFacts, KnownHours
from kasper_site.cms.publish_checks.written import phones, times
from kasper_site.cms.publish_checks.written.forms import readable

# How the days begin in running text, Monday first: Finnish (also the abbreviation), Swedish, English.
_WEEKDAYS = (
    r"maanantai|ma\b|måndag|monday",
    r"tiistai|ti\b|tisdag|tuesday",
    r"keskiviik|ke\b|onsdag|wednesday",
    r"torstai|to\b|torsdag|thursday",
    r"perjantai|pe\b|fredag|friday",
    r"lauantai|la\b|lördag|saturday",
    r"sunnuntai|su\b|söndag|sunday",
)
_DAY_PATTERNS = tuple(re.compile(rf"\b(?:{names})", re.IGNORECASE) for names in _WEEKDAYS)


def typed_facts(draft: Draft) -> Iterator[Finding]:
    """What is typed and the directory knows; a telephone link counts as typed."""
    for text, paragraph in draft.paragraphs():
        for start, end, fact in typed_in(paragraph.text, draft.known):
            # Translators: %(owner)s is a person, service or place: "Tukiluuri", "Sanna Välimäki"
            message = _("The directory has this: %(owner)s. Insert it as a fact, and it stays up to date.")
            words = message % {"owner": fact.owner}
            yield asking("typed-fact", text.place, words, excerpt(paragraph.text, start, end))


def typed_in(words: str, known: KnownFacts) -> Iterator[tuple[int, int, KnownContact | KnownHours]]:
    """Where a known fact is typed, and which; the same number of many is named once."""
    owners = _owners(known)
    rest = readable(words)
    for phone in phones.find(rest):
        if phone.digits in owners:
            yield phone.start, phone.end, owners[phone.digits]
    for contact in {contact.value.casefold(): contact for contact in known.emails if contact.value}.values():
        match = re.search(rf"(?<![\w.+-]){re.escape(contact.value)}(?![\w-]|\.\w)", words, re.IGNORECASE)
        if match:
            yield match.start(), match.end(), contact
    for span in times.spans(rest):
        meant = [hours for hours in known.hours if _is_meant(hours, span, words)]
        if meant:
            yield span.start, span.end, max(meant, key=lambda hours: _names_day(hours, words))


def _owners(known: KnownFacts) -> dict[str, KnownContact]:
    """Whose the digits are that one dials; where several share a number, the first."""
    owners: dict[str, KnownContact] = {}
    for contact in known.phones:
        owners.setdefault(phones.dialled(contact.value), contact)
    return owners


def _is_meant(hours: KnownHours, span: times.Span, words: str) -> bool:
    """The same hours, in a paragraph that names the owner (in any case of its name) or the weekday."""
    if (hours.opens, hours.closes) != (span.opens, span.closes):
        return False
    return _names(hours.owner, words) or _names_day(hours, words)


def _names_day(hours: KnownHours, words: str) -> bool:
    return bool(_DAY_PATTERNS[hours.weekday].search(words))


def _names(owner: str, words: str) -> bool:
    """Whether the owner's first word stands in the text; endings may follow, its last letter may have changed."""
    first = (owner.split() or [""])[0].casefold()
    stem = first[:-1] if len(first) > 4 else first
    return bool(stem) and bool(re.search(rf"\b{re.escape(stem)}", words.casefold()))
