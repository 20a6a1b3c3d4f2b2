"""Dates known to the day, month or year keep just that precision."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError

from home.models import StrategyPage
from kasper_site.cms.partial_dates import PartialDate, PartialDateField, period_text


@pytest.mark.parametrize(
    ("typed", "iso", "shown"),
    [
        ("2023", "2023", "2023"),
        ("8/2023", "2023-08", "8/2023"),
        ("2.8.2023", "2023-08-02", "2.8.2023"),
        ("2. 8. 2023", "2023-08-02", "2.8.2023"),
        ("2009-10-31", "2009-10-31", "31.10.2009"),
        (" 2009-10 ", "2009-10", "10/2009"),
    ],
)
def test_reads_finnish_and_iso_forms(typed, iso, shown):
    parsed = PartialDate.parse(typed)
    assert (parsed.iso(), str(parsed)) == (iso, shown)


@pytest.mark.parametrize("typed", ["", "huhtikuu", "31.2.2023", "13/2023", "0/2023", "23", "2023-", "1799", "20233"])
def test_refuses_what_is_no_date(typed):
    with pytest.raises(ValidationError):
        PartialDate.parse(typed)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2/2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2.8.2023", date(2023, 8, 2), date(2023, 8, 2)),
    ],
)
def test_knows_the_days_it_can_mean(text, first, last):
    parsed = PartialDate.parse(text)
    assert (parsed.first_day, parsed.last_day) == (first, last)


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2020", "2023", "2020–2023"),
        ("1.1.2009", "31.10.2010", "1.1.2009–31.10.2010"),
        ("2016", None, "2016–"),
        (None, "2016", "–2016"),
        ("2023", "2023", "2023"),
        (None, None, ""),
    ],
)
def test_period_in_words(start, end, shown):
    assert period_text(*(PartialDate.parse(text) if text else None for text in (start, end))) == shown


def test_field_takes_text_and_gives_back_dates():
    field = PartialDateField()
    assert field.get_prep_value("31.10.2010") == "2010-10-31"
    assert field.from_db_value("2010-10-31", None, None) == PartialDate(2010, 10, 31)
    assert field.get_prep_value("") is None
    assert field.formfield().clean("") is None


@pytest.mark.django_db
@pytest.mark.parametrize(("now", "is_over"), [("2023-12-31T21:59:59Z", False), ("2023-12-31T22:00:00Z", True)])
def test_a_period_is_over_when_the_year_has_turned_in_finland(now, is_over):
    page = StrategyPage(period_start=PartialDate(2020), period_end=PartialDate(2023))
    with time_machine.travel(now, tick=False):
        assert page.is_over is is_over


@pytest.mark.django_db
def test_a_period_does_not_run_backwards():
    page = StrategyPage(title="Strategia", period_start=PartialDate(2023), period_end=PartialDate(2020))
    with pytest.raises(ValidationError) as caught:
        page.clean()
    assert "period_end" in caught.value.message_dict
