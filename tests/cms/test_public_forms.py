"""The floor of public forms: stamps, where a form comes from, what is left of what was typed."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory

from kasper_site.cms.public_forms import EmailField, LineField, TextField, path_of_ours
from kasper_site.cms.public_forms.origin import is_from_this_site
from kasper_site.cms.public_forms.stamp import Verdict, give, judge

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
OWN, OTHER = "http://testserver", "https://paha.example"


# --- Stamps -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("age", "verdict"),
    [
        (timedelta(seconds=-30), Verdict.HASTY),
        (timedelta(seconds=1), Verdict.HASTY),
        (timedelta(seconds=2), Verdict.GOOD),
        (timedelta(hours=24), Verdict.GOOD),
        (timedelta(hours=24, seconds=1), Verdict.EXPIRED),
    ],
)
def test_a_stamp_is_good_from_two_seconds_to_a_day(age, verdict):
    assert judge(give("palaute", NOW), "palaute", NOW + age) is verdict


def test_a_stamp_of_another_form_is_none():
    assert judge(give("tilaus", NOW), "palaute", NOW + timedelta(minutes=1)) is Verdict.WRONG


@pytest.mark.parametrize("stamp", ["", "palaute", "palaute 1795262400:x", "\x00", "ä" * 5000, ":::"])
def test_a_forged_stamp_is_none(stamp):
    assert judge(stamp, "palaute", NOW) is Verdict.WRONG


def test_a_later_moment_cannot_be_written_into_a_stamp():
    name_and_time, _colon, signature = give("palaute", NOW).rpartition(":")
    later = name_and_time[:-1] + str((int(name_and_time[-1]) + 1) % 10)
    assert judge(f"{later}:{signature}", "palaute", NOW + timedelta(minutes=1)) is Verdict.WRONG


# --- Where it comes from ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("headers", "is_ours"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, True),
        ({"Sec-Fetch-Site": "cross-site", "Origin": OWN}, False),
        ({"Sec-Fetch-Site": "same-site", "Origin": OWN}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Sec-Fetch-Site": ""}, False),
        ({"Origin": OWN}, True),
        ({"Origin": "HTTP://TestServer"}, True),
        ({"Origin": "https://www.example.fi"}, True),
        ({"Origin": OTHER, "Referer": f"{OWN}/lomake/"}, False),
        ({"Origin": "null", "Referer": f"{OWN}/lomake/"}, False),
        ({"Origin": "https://testserver"}, False),
        ({"Origin": "http://testserver.paha.example"}, False),
        ({"Referer": f"{OWN}/lomake/?x=1"}, True),
        ({"Referer": f"{OTHER}/?{OWN}/"}, False),
        ({"Referer": "http://testserver@paha.example/"}, False),
        ({"Referer": "http://[/"}, False),
        ({}, False),
    ],
)
def test_only_our_own_pages_send_forms(settings, headers, is_ours):
    settings.PUBLIC_URL = "https://www.example.fi"
    assert is_from_this_site(RequestFactory().post("/", headers=headers)) is is_ours


@pytest.mark.parametrize(
    ("referer", "path"), [(f"{OWN}/tukea/?haku=x#y", "/tukea/"), (f"{OTHER}/tukea/", ""), ("", ""), ("http://[/", "")]
)
def test_the_page_that_a_visitor_came_from_if_it_is_ours(referer, path):
    assert path_of_ours(RequestFactory().get("/", headers={"Referer": referer})) == path


# --- What was typed ---------------------------------------------------------------------------------------------------
def test_control_characters_are_left_out():
    assert TextField().clean("a\x00b\r\n\tc\x1b[0m") == "ab\n\tc[0m"
    assert LineField().clean("Maija\r\nBcc: kaikki@example.org\x00") == "Maija Bcc: kaikki@example.org"
    assert EmailField().clean(" maija@example.org\x00 ") == "maija@example.org"


def test_nothing_is_cut_by_the_browser():
    assert "maxlength" not in LineField(max_length=5).widget.attrs
    assert "maxlength" not in EmailField().widget.attrs
