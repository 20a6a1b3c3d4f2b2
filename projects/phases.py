"""A project's earlier phases as a timeline: newest first, each with an address of its own on the page."""

from dataclasses import dataclass
from datetime import date

from django.utils.text import slugify

from kasper_site.cms.blocks.periods import PeriodValue
from kasper_site.cms.partial_dates import PartialDate


@dataclass(frozen=True)
class Entry:
    """A phase as the timeline shows it; `years` is empty where the phase goes on since `since`."""

    anchor: str
    years: str
    since: str
    phase: PeriodValue


def timeline(phases: list[PeriodValue]) -> list[Entry]:
    """The phases newest first: what goes on, then by end and start."""
    used: set[str] = set()
    return [_entry(phase, used) for phase in sorted(phases, key=_age, reverse=True)]


def _date(phase: PeriodValue, name: str) -> PartialDate | None:
    return PartialDate.parse(phase[name]) if phase.get(name) else None


def _age(phase: PeriodValue) -> tuple:
    """What the phases are ordered by; in a draft the start may not be written yet."""
    start, end = _date(phase, "start"), _date(phase, "end")
    begins = start.first_day if start else date.max
    return end is None, end.last_day if end else begins, begins


def _entry(phase: PeriodValue, used: set[str]) -> Entry:
    start, end = _date(phase, "start"), _date(phase, "end")
    return Entry(_anchor(phase, used), phase.period if end else "", "" if end else str(start or ""), phase)


def _anchor(phase: PeriodValue, used: set[str]) -> str:
    """`vaihe-iii` where the phase has a number, otherwise its years; never the same twice on a page."""
    numeral = slugify(phase.get("numeral") or "")
    words = phase.period.replace("–", " ").replace(".", " ").replace("/", " ")
    wanted = f"vaihe-{numeral}" if numeral else f"vuodet-{slugify(words)}"
    anchor, number = wanted, 2
    while anchor in used:
        anchor, number = f"{wanted}-{number}", number + 1
    used.add(anchor)
    return anchor
