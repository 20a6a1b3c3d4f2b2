"""The head of the public pages on the narrowest phone."""

import pytest

pytestmark = pytest.mark.browser

ROW = """() => [".wordmark", ".menu-button"].map(it => document.querySelector(it).getBoundingClientRect())
    .map(({ top, bottom, right, height }) => ({ top, bottom, right, height }))"""


@pytest.mark.parametrize("address", ["/", "/sv/", "/en/"])
def test_wordmark_and_menu_stand_in_one_row(page, served, address):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served.url + address)
    wordmark, button = page.evaluate(ROW)
    assert button["top"] < wordmark["bottom"]
    assert button["right"] <= 320
    assert button["height"] >= 44
