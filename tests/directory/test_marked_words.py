"""An editor's note is Finnish in every language, and says so (WCAG 3.1.2); whatever it holds, it is no markup."""

from datetime import date, datetime, time

import pytest
from django.template import Context, Template
from django.utils import translation

from kasper_site.directory import hours
from kasper_site.directory.calendar.occurrences import Occurrence
from kasper_site.directory.hours import HELSINKI, DayException, HolidayPolicy, Schedule, Span, WeeklyRule

DAY = date(2026, 11, 25)
SPAN = Span(time(10), time(12))
MARKED = '<span lang="fi">Koulutus &amp; kahvit</span>'


def schedule(span: Span | None) -> Schedule:
    """A day with a note: closed, or open at these hours."""
    exception = DayException(DAY, span, "Koulutus & kahvit")
    return Schedule((WeeklyRule(2, SPAN),), (exception,), HolidayPolicy.CLOSED)


def rendered(filter_name: str, value: object, language: str) -> str:
    """What a template makes of it."""
    with translation.override(language):
        return Template("{% load help_words event_words %}{{ value|" + filter_name + " }}").render(
            Context({"value": value})
        )


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("span", [SPAN, None])
def test_the_note_of_a_day_is_marked_and_held_together_with_its_line(language, span):
    line = rendered("day_line", hours.day_of(schedule(span), DAY), language)
    assert MARKED in line
    assert line.startswith("<span>")
    assert line.endswith("</span>")


@pytest.mark.parametrize("span", [SPAN, None])
def test_the_note_of_a_state_is_marked(span):
    state = hours.state(schedule(span), datetime(2026, 11, 25, 11, tzinfo=HELSINKI))
    assert MARKED in rendered("state_words", state, "sv")


@pytest.mark.parametrize("is_cancelled", [True, False])
def test_the_note_of_a_changed_date_is_marked(is_cancelled):
    changed = Occurrence(DAY, DAY, SPAN, is_cancelled=is_cancelled, is_changed=True, note="Koulutus & kahvit.")
    assert MARKED in rendered("change_words", changed, "sv")
    unchanged = Occurrence(DAY, DAY, SPAN)
    assert rendered("change_words", unchanged, "sv") == ""


def test_a_finnish_page_and_the_name_of_a_holiday_need_no_mark():
    assert rendered("day_line", hours.day_of(schedule(None), DAY), "fi") == "Suljettu: Koulutus &amp; kahvit"
    holiday = hours.day_of(Schedule((WeeklyRule(3, SPAN),)), date(2026, 12, 24))
    assert rendered("day_line", holiday, "en") == "Closed: Christmas Eve"


@pytest.mark.parametrize("filter_name", ["day_line", "change_words"])
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_what_an_editor_writes_is_no_markup(filter_name, language):
    note = "<script>alert(1)</script>"
    day = hours.day_of(Schedule((), (DayException(DAY, None, note),)), DAY)
    value = day if filter_name == "day_line" else Occurrence(DAY, DAY, SPAN, is_cancelled=True, note=note)
    assert "<script" not in rendered(filter_name, value, language)
