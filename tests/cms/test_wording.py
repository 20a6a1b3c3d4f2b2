"""Sizes of files in words; dates and money are tested through their tags."""

import pytest
from django.utils import translation

from kasper_site.cms.wording import NBSP, size_words


@pytest.mark.parametrize(
    ("size", "language", "words"),
    [
        (10_690, "fi", "11 kt"),
        (400, "fi", "1 kt"),
        (999_499, "fi", "999 kt"),
        (1_440_000, "fi", "1,4 Mt"),
        (1_440_000, "en", "1.4 MB"),
        (10_690, "sv", "11 kB"),
        (None, "fi", ""),
        (0, "fi", ""),
    ],
)
def test_sizes(size, language, words):
    with translation.override(language):
        assert size_words(size) == words.replace(" ", NBSP)
