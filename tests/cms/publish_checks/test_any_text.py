"""No check breaks on anything that can be typed or pasted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasper_site.cms.publish_checks import readability
from kasper_site.cms.publish_checks.findings import excerpt
from kasper_site.cms.publish_checks.known import KnownContact, KnownFacts
from kasper_site.cms.publish_checks.run import of_draft
from tests.cms.publish_checks.drafts import draft, heading, plain, rich

# Letters and signs that the patterns look for, so that near misses are tried too.
_TRICKY = st.text(alphabet="0123456789.,:;-–—+/() \t\n\N{NO-BREAK SPACE}•*AaKkLlOoÄäßİ'\"<>&=#@\x00", max_size=120)
_PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<h3>",
        "<br/>",
        '<a linktype="page" id="x">',
        "</a>",
        "<![",
        "<!--",
        "&nbsp;",
        "<embed>",
        "klo 9:00",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), _TRICKY, st.lists(st.one_of(_TRICKY, _PIECES), max_size=12).map("".join))
KNOWN = KnownFacts(phones=(KnownContact("044 350 5179", ""),), emails=(KnownContact("(", "x"),))


@settings(deadline=None, max_examples=200)
@given(TEXTS, st.sampled_from(["fi", "sv", "en"]))
def test_no_check_raises(text, language):
    found = of_draft(draft(plain(text), heading(text), rich(text), language=language, known=KNOWN))
    assert all(finding.field and finding.message and "\n" not in finding.excerpt for finding in found)


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_readability_never_raises(text):
    found = readability.of_texts([plain(text), rich(text)])
    assert found.verdict_words
    assert found.longest_words >= found.mean_words or not found.sentence_count


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 120))
def test_excerpts_are_short_and_on_one_line(text, start, length):
    start = min(start, len(text))
    words = excerpt(text, start, min(len(text), start + length))
    assert len(words) <= length + 64
    assert "\n" not in words


@pytest.mark.parametrize("text", ["0" * 20000, "1.1." * 5000, "9:00-" * 4000, "A " * 10000, "<a>" * 300, "- " * 10000])
def test_long_texts_take_no_time(text):
    of_draft(draft(plain(text), rich(text)))
