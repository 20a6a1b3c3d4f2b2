"""Earlier phases as a timeline: newest first whatever the editor's order, each with an anchor of its own."""

import pytest

from kasper_site.cms.blocks.periods import PeriodValue
from projects import phases


def phase(start, end="", numeral=""):
    return PeriodValue(None, {"numeral": numeral, "start": start, "end": end, "name": "Hanke"})


def test_newest_first_with_what_goes_on_before_all():
    entries = phases.timeline(
        [phase("2006", "2009", "I"), phase("2016", "2018"), phase("2016"), phase("2012", "2015", "III")]
    )
    assert [entry.years or entry.since for entry in entries] == ["2016", "2016–2018", "2012–2015", "2006–2009"]
    assert [bool(entry.since) for entry in entries] == [True, False, False, False]


@pytest.mark.parametrize(
    ("value", "anchor"),
    [
        (phase("2012", "2015", "III"), "vaihe-iii"),
        (phase("2016", "2018"), "vuodet-2016-2018"),
        (phase("2016"), "vuodet-2016"),
        (phase("1.1.2009", "31.10.2010"), "vuodet-1-1-2009-31-10-2010"),
    ],
)
def test_anchors(value, anchor):
    assert phases.timeline([value])[0].anchor == anchor


def test_an_anchor_is_never_there_twice():
    entries = phases.timeline([phase("2006", "2009", "I"), phase("2006", "2008", "I"), phase("2005", "2006", "I")])
    assert [entry.anchor for entry in entries] == ["vaihe-i", "vaihe-i-2", "vaihe-i-3"]
