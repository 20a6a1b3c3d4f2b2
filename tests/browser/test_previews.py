"""Previews in a real browser: the block picker's pictures, paper, and dark beside light in the pattern library."""

import re

import pytest
from playwright.sync_api import expect

from kasper_site.cms.blocks import BodyBlock

pytestmark = pytest.mark.browser

LISTENER = """
document.addEventListener("securitypolicyviolation", (event) => console.error("policy", event.violatedDirective));
"""


@pytest.fixture
def complaints(page):
    """What the browser refuses, in frames too."""
    found = []
    page.add_init_script(LISTENER)
    page.on("console", lambda message: found.append(message.text) if message.text.startswith("policy") else None)
    return found


def test_the_picker_shows_a_picture_of_every_block(complaints, served, admin):
    admin.goto(f"{served.url}/hallinta/pages/search/?q=Meistä")
    admin.locator("table a", has_text=re.compile("Meistä")).first.click()
    admin.locator(".c-sf-add-button").first.click()
    eyes = admin.locator(".w-combobox__option-preview:visible")
    expect(eyes).to_have_count(len(BodyBlock().child_blocks))
    for number in range(eyes.count()):
        eyes.nth(number).click()
        shown = admin.frame_locator(".w-combobox-preview__iframe").locator("main")
        expect(shown).to_contain_text(re.compile(r"\w"))
        expect(admin.locator(".w-combobox-preview__description")).to_contain_text("Kun ")
    assert complaints == []


def test_dark_and_light_stand_side_by_side_whatever_the_system_says(complaints, served, admin):
    for scheme in ("light", "dark"):
        admin.emulate_media(color_scheme=scheme)
        admin.goto(f"{served.url}/hallinta/mallit/blocks_1/")
        grounds = [
            admin.locator(f"#callout .scheme-{name} .scheme").first.evaluate("e => getComputedStyle(e).backgroundColor")
            for name in ("light", "dark")
        ]
        brightness = [sum(map(int, re.findall(r"\d+", ground)[:3])) for ground in grounds]
        assert brightness[0] > 600 > 200 > brightness[1]
    assert complaints == []


def test_what_is_shown_in_focus_has_the_line_of_the_focus(served, admin):
    admin.goto(f"{served.url}/hallinta/mallit/frame/")
    focused = admin.locator("#button .as-focus .button").first
    assert focused.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    assert admin.locator("#button .scheme .button").first.evaluate("e => getComputedStyle(e).outlineStyle") == "none"
