"""Cards for the address book: whatever a name holds, it stays within its line."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasper_site.directory.calendar.vcard import Card, card, names


def read(data: bytes) -> dict[str, str]:
    """The card's lines by their names, unfolded; RFC 2426 asks for lines of at most 75 octets."""
    text = data.decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", text)
    lines = re.sub(r"\r\n ", "", text).split("\r\n")
    assert lines.pop() == ""
    return dict(line.split(":", 1) for line in lines)


def plain(value: str) -> str:
    """The first component of a value, as a phone reads it."""
    first = re.match(r"(?:\\.|[^\\;])*", value)[0]
    return re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), first)


def test_a_person():
    given_name, family = names("Sanna Maria Välimäki")
    found = read(
        card(Card("Sanna Maria Välimäki", given_name, family, "Kasper ry", "toiminnanjohtaja", "+358444934546"))
    )
    assert (found["BEGIN"], found["VERSION"], found["END"]) == ("VCARD", "3.0", "VCARD")
    assert found["N"] == "Välimäki;Sanna Maria;;;"
    assert (found["ORG"], found["TITLE"], found["TEL;TYPE=WORK,VOICE"]) == (
        "Kasper ry",
        "toiminnanjohtaja",
        "+358444934546",
    )
    assert "X-ABSHOWAS" not in found


def test_a_place_is_an_organisation_with_an_address():
    found = read(card(Card("Kokemuskohtaamo", street="Pikku-Kartano, Pajalantie 35", municipality="Järvenpää")))
    assert found["X-ABSHOWAS"] == "COMPANY"
    assert found["ADR;TYPE=WORK"] == ";;Pikku-Kartano\\, Pajalantie 35;Järvenpää;;;"
    assert "TEL;TYPE=WORK,VOICE" not in found


@pytest.mark.parametrize(
    "name",
    ["Puhelin; keskus, \\Oy", "Nimi\r\nTEL:+358000", "Nimi\nEND:VCARD\nBEGIN:VCARD", "\x00Nimi\x85", "voikukka" * 40],
)
def test_a_hostile_name_stays_in_its_line(name):
    found = read(card(Card(name, family=name)))
    assert set(found) == {"BEGIN", "VERSION", "FN", "N", "ORG", "END"}
    shown = re.sub("[\x00\x85]", "", name.replace("\r\n", "\n"))
    assert [plain(found[field]) for field in ("FN", "N", "ORG")] == [shown] * 3


@given(
    st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=200), st.text(alphabet="äö€😀", max_size=90)
)
def test_any_text_makes_a_card_that_can_be_read(name, role):
    found = read(card(Card(name, organisation=role, role=role, note=name, url="https://example.org/")))
    assert {"FN", "N", "ORG", "URL"} <= set(found)
