"""Personal identity codes are found in every guise and never repeated. All codes here are artificial (900–999)."""

import pytest

from kasper_site.cms.publish_checks.rules.privacy import identity_codes
from kasper_site.cms.publish_checks.rules.written_forms import unusual_forms
from kasper_site.cms.publish_checks.written.identity_codes import masked
from tests.cms.publish_checks.drafts import codes, draft, heading, plain, rich

# Test people of the Digital and Population Data Services Agency.
REAL = ["010594Y9032", "020594X903P", "030594W903B", "040594V9030", "050594U903M", "010516B903X", "020503F9037"]


@pytest.mark.parametrize("code", [*REAL, "010190-999W", "010190Y999W"])
def test_codes_block(code):
    (finding,) = identity_codes(draft(plain(f"Asiakkaan tunnus on {code}, merkitse se.")))
    assert finding.is_blocking
    assert code not in finding.excerpt
    assert "•" in finding.excerpt


@pytest.mark.parametrize(
    "code", ["010190–999w", "010190−999W", "010190 - 999W", "010190‑999W", "010190\N{NO-BREAK SPACE}-999W"]
)
def test_codes_in_disguise_block(code):
    assert codes(identity_codes, plain(f"({code})")) == ["identity-code"]


def test_codes_are_found_in_headings_and_rich_text():
    assert codes(identity_codes, heading(REAL[0]), rich(f"<p>a</p><li><b>{REAL[0][:6]}</b>{REAL[0][6:]}</li>")) == [
        "identity-code",
        "identity-code",
    ]


def test_a_wrong_check_character_asks():
    assert codes(identity_codes, plain("010190-999A")) == ["identity-code-like"]


@pytest.mark.parametrize(
    "text", ["311390-999K", "010190-99K", "2.8.2023", "0211675-2", "044 350 5179", "X010190-999W1"]
)
def test_what_is_none(text):
    assert codes(identity_codes, plain(text)) == []


def test_masking_keeps_the_length():
    text = f"a {REAL[0]} b {REAL[1]}"
    assert masked(text) == f"a {'•' * 11} b {'•' * 11}"


def test_no_other_check_repeats_a_code():
    found = list(unusual_forms(draft(plain(f"{REAL[0]} klo 9:00"))))
    assert found
    assert not any(REAL[0] in finding.excerpt for finding in found)


@pytest.mark.parametrize("gap", range(20, 40))
def test_no_excerpt_shows_a_part_of_a_code(gap):
    (finding,) = unusual_forms(draft(plain(f"{REAL[0]} {'a' * gap} klo 9:00")))
    assert REAL[0][-4:] not in finding.excerpt
