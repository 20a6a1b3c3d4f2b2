"""Opening times as people type them on a phone: 9, 9.30, 9:30, 930, klo 9, 24, or both in one field: 9-15. Pure."""

import re
from datetime import time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kasper_site.cms.wording import clock
from kasper_site.directory import hours
from kasper_site.directory.hours import Span
from kasper_site.directory.models.opening import check_span

OPENS, CLOSES = "opens", "closes"
MIDNIGHT_SHOWN = "24"
MOST_REPEATED = 40
_WORDS = re.compile(r"\b(klo|kello|kl)\b\.?")
_DASHES = re.compile(r"\s*[-‐‑–—−]\s*")
_CLOCK = re.compile(r"(\d{1,2})(?:[.:, ]?(\d{2}))?")


def shown(span: Span) -> tuple[str, str]:
    """A span as it stands in the two fields; midnight as the end is 24."""
    closes = MIDNIGHT_SHOWN if span.closes == hours.MIDNIGHT else clock(span.closes)
    return clock(span.opens), closes


def read_span(opens: str, closes: str) -> Span | None:
    """The span of two fields, None where both are empty; ValidationError with the field's name where it is none."""
    start, end = _both(_plain(opens), _plain(closes))
    if not start and not end:
        return None
    if not start:
        raise ValidationError({OPENS: _("Write also when it opens, for example 9.")})
    if not end:
        raise ValidationError({CLOSES: _("Write also when it closes, for example 15.")})
    span = Span(_read(start, OPENS), _read(end, CLOSES))
    check_span(span.opens, span.closes)
    return span


def no_time(text: str) -> str:
    """What is said of a text that is no time, here and in the forms of facts."""
    return _("“%(text)s” is no time. Write for example 9 or 9.30.") % {"text": text[:MOST_REPEATED]}


def _plain(text: str) -> str:
    """Without words for the clock, with one kind of dash and of space."""
    text = _DASHES.sub("-", _WORDS.sub("", text.casefold()))
    return " ".join(text.split())


def _both(start: str, end: str) -> tuple[str, str]:
    """The two times; a stretch such as 9-15 in one field fills the other, if that does not say something else."""
    for name, text, other in ((OPENS, start, end), (CLOSES, end, start)):
        if text.count("-") == 1:
            first, last = text.split("-")
            if other not in ("", text, last if name == OPENS else first):
                raise ValidationError({name: _("Write one time here: the other is in the other field already.")})
            return first, last
    return start, end


def _read(text: str, name: str) -> time:
    found = _CLOCK.fullmatch(text)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if name == CLOSES and (hour, minute) == (24, 0):
        return hours.MIDNIGHT
    if hour > 23 or minute > 59:
        raise ValidationError({name: no_time(text)})
    return time(hour, minute)
