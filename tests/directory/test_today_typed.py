"""Times as people type them on a phone, and which exceptions come of what an editor asks for."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from kasper_site.directory import hours
from kasper_site.directory.hours import DayException, Schedule, Span, WeeklyRule
from kasper_site.directory.today import rows, typed

DAY = Span(time(9), time(15))
READ = [
    ("9", "15", DAY),
    ("9.00", "15.00", DAY),
    ("9:00", "15:00", DAY),
    ("9,00", "15,00", DAY),
    ("0900", "1500", DAY),
    ("klo 9", "kello 15", DAY),
    (" 9 ", "\N{NO-BREAK SPACE}15", DAY),
    ("9-15", "", DAY),
    ("klo 9 – 15", "", DAY),
    ("", "9—15", DAY),
    ("9-15", "15", DAY),
    ("9.30", "9.45", Span(time(9, 30), time(9, 45))),
    ("930", "945", Span(time(9, 30), time(9, 45))),
    ("18", "24", Span(time(18), time(0))),
    ("18", "0", Span(time(18), time(0))),
    ("0", "24", Span(time(0), time(0))),
    ("", "", None),
    ("  ", " ", None),
]
REFUSED = [
    ("25", "15", "opens", "”25” ei ole kellonaika"),
    ("9", "9.60", "closes", "”9.60” ei ole kellonaika"),
    ("24", "3", "opens", "”24” ei ole kellonaika"),
    ("9.3", "15", "opens", "”9.3” ei ole kellonaika"),
    ("yhdeksän", "15", "opens", "Kirjoita esimerkiksi 9 tai 9.30"),
    ("9", "", "closes", "milloin sulkeutuu"),
    ("", "15", "opens", "milloin avautuu"),
    ("15", "9", "closes", "Sulkeutuminen on ennen avautumista"),
    ("9-15", "16", "opens", "vain yksi aika"),
    ("9-12-15", "", "closes", "milloin sulkeutuu"),
]


@pytest.mark.parametrize(("opens", "closes", "span"), READ)
def test_what_is_understood(opens, closes, span):
    assert typed.read_span(opens, closes) == span


@pytest.mark.parametrize(("opens", "closes", "field", "words"), REFUSED)
def test_what_is_not_says_what_to_do(opens, closes, field, words):
    with translation.override("fi"), pytest.raises(ValidationError) as caught:
        typed.read_span(opens, closes)
    assert list(caught.value.message_dict) == [field]
    assert words in caught.value.message_dict[field][0]


@pytest.mark.parametrize("span", [DAY, Span(time(9, 5), time(0)), Span(time(0), time(0))])
def test_what_is_shown_is_read_as_the_same(span):
    with translation.override("fi"):
        assert typed.read_span(*typed.shown(span)) == span


# --- Eves -------------------------------------------------------------------------------------------------------------
EVES = [date(2026, 12, 5), date(2026, 12, 31), date(2027, 1, 5), date(2027, 3, 25), date(2027, 4, 30), date(2027, 5, 5)]
NO_EVES = [date(2026, 11, 25), date(2026, 12, 6), date(2026, 12, 23), date(2026, 12, 24), date(2026, 12, 25)]


def test_eves_are_the_days_before_public_holidays():
    assert all(hours.is_eve(day) for day in EVES)
    assert not any(hours.is_eve(day) for day in [*NO_EVES, date(2027, 6, 24), date(2027, 6, 25)])


# --- Rows -------------------------------------------------------------------------------------------------------------
TUESDAY, EVE, CHRISTMAS_EVE = date(2026, 12, 1), date(2026, 12, 31), date(2026, 12, 24)
OPEN = Schedule((WeeklyRule(1, DAY), WeeklyRule(3, DAY)))
EVENING = Span(time(18), time(20))


def with_rows(found: rows.Rows) -> Schedule:
    return Schedule(OPEN.rules, found)


def test_other_hours_are_a_row_for_each_span_with_one_note():
    found = rows.other_hours(OPEN, TUESDAY, (DAY, EVENING), "Illallakin")
    assert found == (DayException(TUESDAY, DAY, "Illallakin"), DayException(TUESDAY, EVENING))


def test_the_usual_hours_without_a_note_need_no_exception():
    assert rows.other_hours(OPEN, TUESDAY, (DAY,), "") == ()
    assert rows.with_note(with_rows((DayException(TUESDAY, DAY, "Viesti"),)), TUESDAY, "") == ()


def test_on_an_eve_the_usual_hours_are_an_answer():
    assert rows.other_hours(OPEN, EVE, (DAY,), "") == rows.as_usual(OPEN, EVE) == (DayException(EVE, DAY),)


def test_a_note_leaves_the_hours_as_they_are():
    assert rows.with_note(OPEN, TUESDAY, "Viesti") == (DayException(TUESDAY, DAY, "Viesti"),)
    assert rows.with_note(OPEN, CHRISTMAS_EVE, "Viesti") == (DayException(CHRISTMAS_EVE, None, "Viesti"),)


def test_closing_drops_a_note_of_other_hours():
    assert rows.closed(with_rows((DayException(TUESDAY, EVENING, "Iltapäivystys"),)), TUESDAY) == (
        DayException(TUESDAY),
    )


def test_the_stamp_changes_with_what_holds_and_with_nothing_else():
    seen = rows.stamp(OPEN, TUESDAY)
    other_day = with_rows((DayException(EVE),))
    assert rows.stamp(other_day, TUESDAY) == seen
    assert rows.stamp(with_rows((DayException(TUESDAY),)), TUESDAY) != seen
    assert rows.stamp(with_rows((DayException(TUESDAY, DAY),)), TUESDAY) != seen
    assert rows.stamp(Schedule((WeeklyRule(1, EVENING),)), TUESDAY) != seen


def test_the_logs_data_bring_the_same_rows_back():
    found = (DayException(TUESDAY, Span(time(9, 30), time(0)), "Ä"), DayException(TUESDAY))
    assert rows.from_data(TUESDAY, rows.as_data(found)) == found
