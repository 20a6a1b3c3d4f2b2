"""Phones, dates, times and ranges are recognised, and set right, as Finns write them."""

import pytest

from kasper_site.cms.publish_checks.rules.written_forms import found_in, unusual_forms
from kasper_site.cms.publish_checks.written import dates, phones, ranges, times
from tests.cms.publish_checks.drafts import codes, draft, plain

NBSP = "\N{NO-BREAK SPACE}"


def right(find, text):
    return [(found.typed, found.right) for found in find(text) if not found.is_right]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("02.08.2023", "2.8.2023"),
        ("2.08.2023", "2.8.2023"),
        ("2. 8. 2023", "2.8.2023"),
        ("2/8/2023", "2.8.2023"),
        ("8/31/2023", "31.8.2023"),
        ("2-8-2023", "2.8.2023"),
        ("2023-08-02", "2.8.2023"),
        ("02.08.23", "2.8.2023"),
        ("02.08.", "2.8."),
        ("1.-28.7.2026", "1.–28.7.2026"),
        ("1.1.2009-31.10.2010", "1.1.2009–31.10.2010"),
        ("01.01.2009 - 31.10.2010", "1.1.2009–31.10.2010"),
        ("31.2.2023", ""),
        ("2023-13-01", ""),
    ],
)
def test_dates_are_set_right(typed, expected):
    assert right(dates.find, f"Tapaamme {typed} Tikkurilassa") == [(typed, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "Tapaamme 2.8.2023.",
        "Avoinna 1.–28.7.2026 ja 24.12.",
        "1.1.2009 – 31.10.2010",
        "Tapaamme 2.8.2023",
        "WCAG 1.4.11 ja 2.4.4",
        "kohta 4.13. alkaa",
        "1. 2. ja 3. luokka",
        "strategia 2020–2023 ja 8/2023",
        "versio 10.0.19.1",
        "Huoneessa 31.32. on tilaa",
    ],
)
def test_dates_that_are_right_or_none(text):
    assert right(dates.find, text) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("klo 09.00", "klo 9"),
        ("klo 9:00-15:00", "klo 9–15"),
        ("klo 9-15", "klo 9–15"),
        ("klo 9 – 15", "klo 9–15"),
        ("klo. 9", "klo 9"),
        ("klo9", "klo 9"),
        ("Klo 9.00–15.00", "Klo 9–15"),
        ("klo 09.30–15.00", "klo 9.30–15.00"),
        ("kello 18:30", "kello 18.30"),
        ("9:00-15:00", "9–15"),
        ("09.00–15.30", "9.00–15.30"),
        ("15:30", "15.30"),
    ],
)
def test_times_are_set_right(typed, expected):
    assert right(times.find, f"Olemme paikalla {typed} tiistaisin") == [(typed, expected)]


@pytest.mark.parametrize(
    "text",
    ["klo 9–15", "klo 9.30", "klo 9.00–15.30", "klo 9–15.30.", "kello 12", "suhde 16:9", "2.8.2023", f"klo{NBSP}9–15"],
)
def test_times_that_are_right_or_none(text):
    assert right(times.find, text) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("0443505179", "044 350 5179"),
        ("044-3505179", "044 350 5179"),
        ("044-350 5179", "044 350 5179"),
        ("044/3505179", "044 350 5179"),
        ("044 3505179", "044 350 5179"),
        ("+358443505179", "+358 44 350 5179"),
        ("00358443505179", "+358 44 350 5179"),
        ("+358 (0)44 3505179", "+358 44 350 5179"),
        ("(09) 25250111", "09 2525 0111"),
        ("0800123456", "0800 123 456"),
    ],
)
def test_phones_are_set_right(typed, expected):
    assert right(phones.find, f"Soita numeroon {typed}.") == [(typed, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "044 350 5179",
        f"044{NBSP}350{NBSP}5179",
        "+358 44 350 5179",
        "09 2525 0111",
        "080 005 005",
        "112 tai 116 111",
        "Y-tunnus 0211675-2",
        "FI21 1234 5600 0007 85",
        "02.08.2023",
        "0–18-vuotiaat",
        "00100 Helsinki",
        "ISBN 978-951-0-12345-6",
    ],
)
def test_phones_that_are_right_or_none(text):
    assert right(phones.find, text) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("9-15", "9–15"),
        ("2020-2023", "2020–2023"),
        ("2020 - 2023", "2020–2023"),
        ("2020-21", "2020–21"),
        ("2.-4", "2.–4"),
    ],
)
def test_ranges_are_set_right(typed, expected):
    assert right(ranges.find, f"noin {typed} luokkaa") == [(typed, expected)]


@pytest.mark.parametrize(
    "text",
    ["9–15", "5-vuotias", "COVID-19", "voitto 3-0", "978-951-12", "A4-5", "2-8-2023", "1.-28.7."],
)
def test_ranges_that_are_right_or_none(text):
    assert right(ranges.find, text) == []


def test_an_age_range_keeps_its_word():
    assert right(ranges.find, "5-10-vuotiaat") == [("5-10", "5–10")]


def test_each_stretch_is_reported_once():
    text = "Tiistaina 02.08.2023 klo 9:00-15:00, puh. 044-3505179, 9-12 henkeä"
    assert [code for code, _ in found_in(text, "fi")] == ["phone-form", "time-form", "date-form", "range-form"]


def test_addresses_are_left_alone():
    text = "https://www.example.org/2023-08-02/9-15 tai nimi.1-2@example.org"
    assert list(found_in(text, "fi")) == []


@pytest.mark.parametrize(
    ("language", "expected"), [("fi", ["time-form", "date-form"]), ("sv", ["date-form"]), ("en", [])]
)
def test_each_language_has_its_forms(language, expected):
    assert codes(unusual_forms, plain("2023-08-02, 9:00"), language=language) == expected


def test_the_right_form_is_told():
    (finding,) = unusual_forms(draft(plain("Olemme paikalla klo 9:00-15:00 joka tiistai.")))
    assert "klo 9–15" in finding.message
    assert "klo 9:00-15:00" in finding.excerpt
    assert not finding.is_blocking


def test_a_day_that_does_not_exist():
    assert codes(unusual_forms, plain("Tapaamme 31.2.2023.")) == ["no-such-day"]
