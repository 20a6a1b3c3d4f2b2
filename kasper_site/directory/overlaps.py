"""Which rows of opening hours contradict each other: pure functions over `directory.hours`."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations

from kasper_site.directory.hours import DayException, Span, WeeklyRule


def weekly(rules: Sequence[WeeklyRule]) -> list[tuple[int, int]]:
    """The pairs of rules, by number, whose times overlap on some day."""
    return _pairs(rules, lambda one, other: one.weekday == other.weekday and _share_days(one, other))


def exceptions(rows: Sequence[DayException]) -> list[tuple[int, int]]:
    """The pairs of exceptions to one date whose times overlap, or of which one says closed."""
    return _pairs(rows, lambda one, other: one.day == other.day)


def _pairs(rows: Sequence, is_same_day: Callable) -> list[tuple[int, int]]:
    numbered = combinations(enumerate(rows), 2)
    return [
        (first, second)
        for (first, one), (second, other) in numbered
        if is_same_day(one, other) and _overlap(one.span, other.span)
    ]


def _overlap(one: Span | None, other: Span | None) -> bool:
    """Whether both cover some minute; no span is the whole day."""
    return one is None or other is None or one.overlaps(other)


def _share_days(one: WeeklyRule, other: WeeklyRule) -> bool:
    """Whether both rules are valid at the same time."""
    starts = max(one.valid_from or date.min, other.valid_from or date.min)
    ends = min(one.valid_until or date.max, other.valid_until or date.max)
    return starts <= ends
