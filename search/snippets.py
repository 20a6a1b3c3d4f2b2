"""The line of a result: the piece of its text where most was hit, with the hits marked in whatever form they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search import analysis
from search.plan import Wanted
from search.tokens import kinds

LENGTH = 180  # characters of a snippet
MOST_WORDS = 4_000  # of a text that are looked at
ELLIPSIS = "…"
SENTENCE_ENDS = (". ", "! ", "? ", " – ")
BORDER = re.compile(r"(?<=[\w)”’%])\s*\n\s*(?=(\S))")  # between lines of which the first ends without a mark
SPACE_BEFORE_MARK = re.compile(r" ([.,;:!?])(?= |$)")  # where tags were taken out


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the text that was looked for: its start and end, and how much it is worth."""

    start: int
    end: int
    worth: float


def snippet(text: str, language: str, wanted: Sequence[Wanted]) -> SafeString:
    """About 180 characters of the text around the best hits, escaped, each hit in `<mark>`; its beginning if none."""
    text = BORDER.sub(_border, analysis.composed(text))
    text = SPACE_BEFORE_MARK.sub(r"\1", " ".join(text.split()))
    hits = _hits(text, language, wanted)
    start, end = _window(text, hits)
    shown = marked(
        text[start:end],
        [Hit(hit.start - start, hit.end - start, 0) for hit in hits if start <= hit.start and hit.end <= end],
    )
    before = ELLIPSIS if start and not text[:start].endswith(SENTENCE_ENDS) else ""
    after = ELLIPSIS if end < len(text) and not f"{text[:end]} ".endswith(SENTENCE_ENDS) else ""
    return mark_safe(f"{before}{shown}{after}")


def highlighted(text: str, language: str, wanted: Sequence[Wanted]) -> SafeString:
    """A whole short text, such as a title, with its hits marked."""
    text = analysis.composed(text)
    return marked(text, _hits(text, language, wanted))


def marked(text: str, hits: Sequence[Hit]) -> SafeString:
    """The text, escaped, with `<mark>` around each hit."""
    pieces, place = [], 0
    for hit in hits:
        pieces += [escape(text[place : hit.start]), "<mark>", escape(text[hit.start : hit.end]), "</mark>"]
        place = hit.end
    return mark_safe("".join([*pieces, escape(text[place:])]))


def _hits(text: str, language: str, wanted: Sequence[Wanted]) -> list[Hit]:
    found = []
    for number, word in enumerate(analysis.words(text)):
        if number >= MOST_WORDS:
            break
        worth = max((_worth(word.text, language, want) for want in wanted), default=0)
        if worth:
            found.append(Hit(word.start, word.end, worth))
    best = max((hit.worth for hit in found), default=0)
    return [hit for hit in found if hit.worth >= best / 4]  # no stray guess beside a sure hit


def _border(found: re.Match) -> str:
    """What stands between a heading or an item of a list and the next line, where all are one line."""
    return ", " if found[1].islower() else " – "


def _worth(word: str, language: str, want: Wanted) -> float:
    return max(
        (max(want.weights.get(term, 0), want.marks.get(term, 0)) for term, _share in kinds(word, language)), default=0
    )


def _end(text: str, mark: str, start: int, end: int) -> int:
    """Where the last such mark between start and end ends; 0 if there is none."""
    place = text.rfind(mark, start, end)
    return place + len(mark) if place >= 0 else 0


def _window(text: str, hits: Sequence[Hit]) -> tuple[int, int]:
    """Start and end of the piece to show, at borders of words; it begins a little before its first hit.

    If a sentence begins in that little, it begins with the sentence.
    """
    if len(text) <= LENGTH:
        return 0, len(text)
    start = 0
    if hits:
        first = max(
            hits, key=lambda hit: sum(h.worth for h in hits if hit.start <= h.start < hit.start + LENGTH * 2 // 3)
        )
        start = max(first.start - LENGTH // 4, 0)
        sentence = max(_end(text, mark, start, first.start) for mark in SENTENCE_ENDS)
        start = sentence if sentence > 0 else _space_before(text, start, start - 1) + 1
    end = min(start + LENGTH, len(text))
    return start, end if end == len(text) else _space_before(text, end, end)


def _space_before(text: str, place: int, otherwise: int) -> int:
    """Where the last space not far before a place stands; long addresses have none."""
    found = text.rfind(" ", max(place - LENGTH // 4, 0), place)
    return otherwise if found < 0 else found
