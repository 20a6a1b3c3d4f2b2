"""The list of events by the month of their next date, filters as links, and below them what has no dates yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby, islice

from django.utils.translation import gettext_lazy as _

from kasper_site.cms import listing
from kasper_site.directory import event_wording, events
from kasper_site.directory.calendar.occurrences import Occurrence
from kasper_site.directory.events import EventState

MONTHS_AT_ONCE = 3
FOLLOWING = 3
MONTH = "kuukausi"


@dataclass(frozen=True)
class Row:
    """An event with its first date in a month and the next ones after it; without, where none is known or it pauses."""

    state: EventState
    occurrence: Occurrence | None = None
    following: tuple[Occurrence, ...] = ()

    @property
    def month(self) -> str:
        """The month as it stands in addresses: "2026-11"."""
        return f"{self.occurrence.day:%Y-%m}" if self.occurrence else ""


@dataclass(frozen=True)
class Month:
    """The events of one month."""

    first: date
    rows: list[Row]


def _place(row: Row) -> str:
    return row.state.event.place.slug if row.state.event.place else ""


FACETS = [
    listing.Facet("laji", _("Kind"), lambda row: row.state.event.kind, lambda row: row.state.event.get_kind_display()),
    listing.Facet("paikka", _("Place"), _place, lambda row: row.state.event.place.name if _place(row) else ""),
    listing.Facet(
        MONTH,
        _("Month"),
        lambda row: row.month,
        lambda row: event_wording.month_words(row.occurrence.day) if row.month else "",
    ),
]


def context(params, now: datetime | None = None) -> dict:
    """Template context of the list; `params` is a query string's mapping: `laji`, `paikka`, `kuukausi`."""
    every_row = rows(events.running(now))
    asked = listing.wanted(FACETS, params)
    found = listing.matching(every_row, FACETS, asked)
    found = found if MONTH in asked else first_of_each(found)
    filters = [group for group in listing.groups(every_row, FACETS, asked, everything=_("All")) if _is_choice(group)]
    shown = months(row for row in found if row.occurrence)
    later = None if MONTH in asked else next(iter(shown[MONTHS_AT_ONCE:]), None)
    return {
        "months": shown if MONTH in asked else shown[:MONTHS_AT_ONCE],
        "later": later and {"month": later, "query": listing.query_string({**asked, MONTH: f"{later.first:%Y-%m}"})},
        "undated": [row.state for row in found if not row.occurrence],
        "filters": filters,
        "filter_words": listing.chosen_words(filters),
        "is_filtered": bool(asked),
    }


def rows(states: Iterable[EventState]) -> list[Row]:
    """A row for each event and month in which it has dates, in order; then the events without one."""
    dated, undated = [], []
    for state in states:
        if state.coming and state.event.status != state.event.Status.PAUSED:
            dated += _by_month(state)
        else:
            undated.append(Row(state))
    return [*sorted(dated, key=lambda row: (row.occurrence.start, row.state.event.name)), *undated]


def _by_month(state: EventState) -> Iterator[Row]:
    for _month, dates in groupby(enumerate(state.coming), key=lambda pair: pair[1].day.replace(day=1)):
        number, first = next(dates)
        held = (one for one in state.coming[number + 1 :] if not one.is_cancelled)
        yield Row(state, first, tuple(islice(held, FOLLOWING)))


def first_of_each(found: Iterable[Row]) -> list[Row]:
    """Each event once, with its next date."""
    firsts: dict[int, Row] = {}
    for row in found:
        firsts.setdefault(row.state.event.pk, row)
    return list(firsts.values())


def months(dated: Iterable[Row]) -> list[Month]:
    """The rows month by month."""
    grouped = groupby(dated, key=lambda row: row.occurrence.day.replace(day=1))
    return [Month(first, list(found)) for first, found in grouped]


def _is_choice(group: listing.FilterGroup) -> bool:
    """Whether there is something to choose: two values besides "all", or one that holds now."""
    return len(group.choices) > 2 or any(choice.is_chosen for choice in group.choices[1:])
