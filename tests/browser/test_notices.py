"""Notices of exceptional situations on a small phone: whatever they say, a number that helps is on the first screen."""

import json
import time

import pytest

pytestmark = pytest.mark.browser

SMALL = {"width": 320, "height": 568}
TWO_LINES = "Linjassa on vika. Jos jollakulla on hätä, soita 112."
LONG = "Päivystäjämme on sairastunut, ja etsimme hänelle sijaista. " * 5


@pytest.fixture
def notice(served):
    """Puts a notice on every page for the length of a test."""
    file = served.var_dir / "banners.json"

    def put(severity: str, text: str) -> None:
        words = {"fi": {"heading": "Puhelimemme ei nyt toimi", "text": text}}
        entry = {"severity": severity, "from": 0, "until": time.time() + 600, "paths": None, "texts": words}
        file.write_text(json.dumps([{**entry, "phone": "", "tel": "", "links": {}}]))

    yield put
    file.write_text("[]")


@pytest.mark.parametrize(
    ("severity", "text"), [("urgent", TWO_LINES), ("important", TWO_LINES), ("important", LONG), ("notice", LONG)]
)
def test_the_first_number_of_the_help_bar_is_on_the_first_screen(page, served, notice, severity, text):
    page.set_viewport_size(SMALL)
    for _attempt in range(3):  # the scheduler may write the true list, an empty one, in between
        notice(severity, text)
        page.goto(f"{served.url}/tapahtumat/")
        if page.locator(".banner").count():
            break
    assert page.locator(".banner").count() == 1
    box = page.locator(".help-bar a").first.bounding_box()
    assert box["y"] + box["height"] <= SMALL["height"]
    assert page.evaluate("document.documentElement.scrollWidth") == SMALL["width"]
