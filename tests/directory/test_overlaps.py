"""Which rows of opening hours contradict each other."""

from datetime import date, time

import pytest

from kasper_site.directory import overlaps
from kasper_site.directory.hours import DayException, Span, WeeklyRule

MORNING, NOON, AFTERNOON = (Span(time(first), time(last)) for first, last in ((9, 12), (11, 13), (12, 15)))
SPRING, AUTUMN = (None, date(2026, 6, 30)), (date(2026, 7, 1), None)


@pytest.mark.parametrize(
    ("rules", "pairs"),
    [
        ([], []),
        ([WeeklyRule(0, MORNING), WeeklyRule(0, NOON), WeeklyRule(0, AFTERNOON)], [(0, 1), (1, 2)]),
        ([WeeklyRule(0, MORNING), WeeklyRule(0, AFTERNOON)], []),
        ([WeeklyRule(0, MORNING), WeeklyRule(1, MORNING)], []),
        ([WeeklyRule(0, MORNING), WeeklyRule(0, MORNING)], [(0, 1)]),
        ([WeeklyRule(0, MORNING, *SPRING), WeeklyRule(0, NOON, *AUTUMN)], []),
        ([WeeklyRule(0, MORNING, *SPRING), WeeklyRule(0, NOON, date(2026, 6, 30), None)], [(0, 1)]),
        ([WeeklyRule(0, MORNING), WeeklyRule(0, NOON, *AUTUMN)], [(0, 1)]),
    ],
)
def test_weekly_rules(rules, pairs):
    assert overlaps.weekly(rules) == pairs


@pytest.mark.parametrize(
    ("rows", "pairs"),
    [
        ([DayException(date(2026, 12, 23)), DayException(date(2026, 12, 24))], []),
        ([DayException(date(2026, 12, 23)), DayException(date(2026, 12, 23))], [(0, 1)]),
        ([DayException(date(2026, 12, 23)), DayException(date(2026, 12, 23), MORNING)], [(0, 1)]),
        ([DayException(date(2026, 12, 23), MORNING), DayException(date(2026, 12, 23), AFTERNOON)], []),
        ([DayException(date(2026, 12, 23), MORNING), DayException(date(2026, 12, 23), NOON)], [(0, 1)]),
    ],
)
def test_exceptions(rows, pairs):
    assert overlaps.exceptions(rows) == pairs
