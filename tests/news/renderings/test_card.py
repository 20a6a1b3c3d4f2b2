"""The card of shared links: its size, and headlines of any length."""

import json
from io import BytesIO

import pytest
from PIL import Image

from news.renderings import card

WORDS = "Lastensuojelun asiakasvanhempien ääni kuuluviin uudenlaisella palvelulla"


def test_it_has_the_size_that_link_previews_want():
    data = card.make(json.dumps({"line": "Mediatiedote 2.8.2023", "headline": WORDS}))
    image = Image.open(BytesIO(data))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(data) < 150_000


@pytest.mark.parametrize("headline", ["Ovet auki", WORDS, WORDS * 5, "Lastensuojelu" * 12, "x"])
def test_a_headline_stays_in_its_place(headline):
    size, lines = card.fitted(headline)
    assert len(lines) * size * card.LINE_HEIGHT <= card.BOTTOM - card.TOP
    assert all(card._width(line, size) <= card.WIDTH + size for line in lines)
    assert size == card.SIZES[0] or len(headline) > 20
    assert lines[-1].endswith(card.CUT) == (len(headline) > 200)
