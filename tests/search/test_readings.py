"""The transducer's output, read. The outputs are voikko-fi's own, so these run without any engine."""

import pytest

from search.analysis.readings import read

OUTPUTS = [
    ("[Ln][Xp]lapsi[X]la[Sg][Nm]sten", "lapsi", "", (), (), ()),
    (
        "[Ln][Xp]vertais=tuki[X]vertais[Bm]tuk[Sn][Ny]i[Bh][Bc][Ln][Xp]ryhmä[X]ryhm[Sine][Nm]issä",
        "vertaistukiryhmä",
        "",
        ("vertaistuki", "ryhmä", "tuki"),
        ("vertais",),
        (),
    ),
    ("[Ln][Xp]huostaan=otto[X]huostaan[Bm]otto[Sn][Ny]", "huostaanotto", "", ("otto",), ("huostaan",), ()),
    ("[Lt][Xp]ottaa[X]ote[Ll][Rt]t[Xj]tu[X]tu[Sg][Nm]jen", "otettu", "ottaa", (), (), ("ottaa",)),
    ("[Lt][Xp]auttaa[X]autta[Tn4]mi[Sn][Ny]nen", "auttaminen", "", (), (), ("auttaa",)),
    ("[La][Xr]jjj[X][Xp]DNA[X]dna-[Bc][Ln][Xp]näyte[X]näytte[Sg][Nm]iden", "dna-näyte", "", ("dna", "näyte"), (), ()),
    (
        "[Lp]yksin[Bh][Bc][Lt][Xp]huoltaa[X]huolta[Ln][Xj]ja[X][Sn][Ny]ja[Bh][Bc][Ln][Xp]vanhempi[X]vanhe[Sn][Ny][Cc]mpi",
        "yksinhuoltajavanhempi",
        "",
        ("yksin", "yksinhuoltaja", "huoltaja", "huoltajavanhempi", "vanhempi"),
        (),
        ("huoltaa",),
    ),
]


@pytest.mark.parametrize(("output", "lemma", "verb", "parts", "modifiers", "roots"), OUTPUTS)
def test_read(output, lemma, verb, parts, modifiers, roots):
    reading = read(output)
    assert (reading.lemma, reading.verb) == (lemma, verb)
    assert set(reading.parts) == set(parts)
    assert reading.modifiers == modifiers
    assert reading.roots == roots


@pytest.mark.parametrize("output", ["", "[", "[]", "abc", "[Xp]", "[Xp]auki", "[Bc][Bc]", "[X][X]"])
def test_what_cannot_be_read_does_no_harm(output):
    read(output)
