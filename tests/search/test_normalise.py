"""What is typed into the search becomes something that the engine can take."""

import pytest

from search.query import MAX_CHARACTERS, MAX_WORDS, normalise


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("  Tukiluuri ", "Tukiluuri"),
        ("a\u0308iti", "äiti"),
        ('"', ""),
        ("   ", ""),
        ("tuki\x00luuri", "tuki luuri"),
        ("100 % tuki", "100 tuki"),
        ("VOIKUKKIA-ryhmä!", "VOIKUKKIA-ryhmä"),
        ("kasperihanke.fi", "kasperihanke.fi"),
        ("Tukiluuri. Mikä?", "Tukiluuri Mikä"),
        ("-- '", ""),
        ("' OR 1=1; --", "OR 1 1"),
    ],
)
def test_normalises(typed, taken):
    assert normalise(typed) == taken


def test_cuts_what_is_too_long():
    assert len(normalise("sana " * 600).split()) == MAX_WORDS
    assert len(normalise("a" * 5000)) == MAX_CHARACTERS
