"""Phone numbers in plain text as links: what an editor writes into a notice can be pressed.

Only what surely is a number: 112, 116 xxx, and Finnish numbers with their code before them (044 …, +358 …). Years,
dates, clock times and sums stay text.
"""

import re

import phonenumbers
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from kasper_site.directory import phones

_GAP = "[ \N{NO-BREAK SPACE}]"
_CANDIDATE = re.compile(
    rf"(?<![\w.,:/+–-])(?:112|116{_GAP}?\d{{3}}|(?:\+358{_GAP}?|0)\d{{1,4}}(?:{_GAP}?\d{{2,4}}){{1,4}})(?![\w]|[.,:/–-]\d)"
)


def linked(text: str) -> str:
    """The text as HTML, its numbers as `tel:` links and all the rest escaped."""
    found, end = [], 0
    for match in _CANDIDATE.finditer(text or ""):
        if _is_number(match[0]):
            found += [escape(text[end : match.start()]), _link(match[0])]
            end = match.end()
    return mark_safe("".join([*found, escape((text or "")[end:])]))


def _is_number(text: str) -> bool:
    """112, 116 xxx or a whole number; what has five digits and a nought before it is a postal code."""
    if text.startswith("1"):
        return True
    return not phones.is_short(text) and phonenumbers.is_valid_number(phonenumbers.parse(text, "FI"))


def _link(text: str) -> str:
    return format_html('<a href="{}">{}</a>', phones.tel(text), phones.readable(text))
