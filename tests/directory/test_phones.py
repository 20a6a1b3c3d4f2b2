"""Numbers as people read them and as phones dial them."""

import pytest
from django.core.exceptions import ValidationError

from kasper_site.directory import phones


@pytest.mark.parametrize(
    ("number", "tel"),
    [
        ("044 350 5179", "tel:+358443505179"),
        ("0443505179", "tel:+358443505179"),
        ("+358 44 350 5179", "tel:+358443505179"),
        ("09 2525 0111", "tel:+358925250111"),
        ("080 005 005", "tel:+35880005005"),
        ("112", "tel:112"),
        ("116 111", "tel:116111"),
        ("", ""),
    ],
)
def test_dials(number, tel):
    assert phones.tel(number) == tel


@pytest.mark.parametrize(
    ("typed", "tel"),
    [
        ("0443505179", "tel:+358443505179"),
        (" +358 44-350 5179 ", "tel:+358443505179"),
        ("044.350.5179", "tel:+358443505179"),
        ("116111", "tel:116111"),
        ("112", "tel:112"),
        *((text, "") for text in ("", "-", "+", "0", "112 Tukiluuri", "soita 0443505179", "1" * 100)),
    ],
)
def test_reads_a_text_that_is_a_number_and_nothing_else(typed, tel):
    assert phones.typed_tel(typed) == tel


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("044 350 5179", "044 350 5179"),
        ("0443505179", "044 350 5179"),
        (" 09  2525 0111 ", "09 2525 0111"),
        ("116 111", "116 111"),
        ("112", "112"),
        ("", ""),
    ],
)
def test_reads_without_breaking(number, shown):
    assert phones.readable(number) == shown.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    "number", ["044 350 5179", "112", "116 111", "+46 8 123 456 78", "09\N{NO-BREAK SPACE}2525 0111"]
)
def test_accepts(number):
    phones.validate_phone(number)


@pytest.mark.parametrize("number", ["soita", "12", "044-ABC", "++358", "0443505179 ark.", "1" * 40])
def test_refuses(number):
    with pytest.raises(ValidationError):
        phones.validate_phone(number)
