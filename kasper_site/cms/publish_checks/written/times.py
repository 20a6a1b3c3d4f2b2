"""Clock times in the Finnish form: klo 9–15, klo 9.30; a full stop, no zero in front, even hours alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from kasper_site.cms.publish_checks.written.dashes import EN_DASH
from kasper_site.cms.publish_checks.written.dashes import IN_CLASS as DASH
from kasper_site.cms.publish_checks.written.forms import Written, matches


def _clock(name: str, *, sign: str = "[.:]", often: str = "") -> str:
    """A pattern for a clock time; `often="?"` where the minutes may be missing."""
    return rf"(?P<{name}>[01]?[0-9]|2[0-4])(?:{sign}(?P<{name}_minutes>[0-5][0-9])){often}"


_DASH = rf"\s?[{DASH}]\s?"
_NOT_BEFORE = r"(?<![\w.,:])"
_NOT_AFTER = r"(?![0-9]|[.:][0-9])"
_PATTERNS = (
    # klo 9, klo 09.00, klo 9:00-15:00, klo. 9 – 15
    re.compile(
        rf"(?<!\w)(?P<word>klo\.?|kello)\s*{_clock('opens', often='?')}(?:{_DASH}{_clock('closes', often='?')})?"
        + _NOT_AFTER,
        re.IGNORECASE,
    ),
    # 9:00–15:00, 9.00-15.30 without the word
    re.compile(rf"{_NOT_BEFORE}(?P<word>){_clock('opens')}{_DASH}{_clock('closes')}{_NOT_AFTER}"),
    # 15:30
    re.compile(rf"{_NOT_BEFORE}(?P<word>){_clock('opens', sign=':')}{_NOT_AFTER}"),
)
_SPAN = re.compile(rf"{_NOT_BEFORE}{_clock('opens', often='?')}{_DASH}{_clock('closes', often='?')}(?![\w:]|[.,][0-9])")


@dataclass(frozen=True)
class Span:
    """From–until on a clock, wherever it stands in a text."""

    start: int
    end: int
    opens: time
    closes: time


def find(text: str) -> Iterator[Written]:
    """Everything that reads as a clock time or a span of it."""
    for match in matches(_PATTERNS, text):
        yield Written(match.start(), match.end(), match[0], _right(match.groupdict()))


def spans(text: str) -> Iterator[Span]:
    """Every span that could be opening hours, with or without `klo`."""
    for match in _SPAN.finditer(text):
        opens, closes = _time(match, "opens"), _time(match, "closes")
        if opens and closes and opens < closes:
            yield Span(match.start(), match.end(), opens, closes)


def _right(parts: dict) -> str:
    """The same in the Finnish form; the minutes go where all of them are even hours."""
    names = [name for name in ("opens", "closes") if parts.get(name)]
    is_even = all(int(parts[f"{name}_minutes"] or 0) == 0 for name in names)
    clocks = EN_DASH.join(_clock_words(parts, name, is_even) for name in names)
    return f"{parts['word'].rstrip('.')} {clocks}".strip()


def _clock_words(parts: dict, name: str, is_even: bool) -> str:
    minutes = parts[f"{name}_minutes"]
    hour = str(int(parts[name]))
    return hour if is_even or minutes is None else f"{hour}.{minutes}"


def _time(match: re.Match, name: str) -> time | None:
    hour = int(match[name])
    return time(hour, int(match[f"{name}_minutes"] or 0)) if hour < 24 else None
