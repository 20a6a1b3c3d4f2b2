"""What an admin form shows where: names of its editors, buttons beside each other, the language of its page."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

LISTED = {"rules": {"aria-input-field-name": {"enabled": True}}, "runOnly": ["aria-input-field-name"]}
UNNAMED = "[role=textbox]:not([aria-labelledby])"
COVERED = """button => {
  const bin = document.querySelector(".w-panel__controls button");
  const [over, below] = [button, bin].map(it => it.getBoundingClientRect());
  return over.left < below.right && below.left < over.right;
}"""


def address_of(admin: Page, served, title: str) -> str:
    """The address of the form of the page with this title."""
    admin.goto(f"{served.url}/hallinta/pages/search/?q={title}")
    return admin.get_by_role("link", name=title, exact=True).first.get_attribute("href")


def axe_finds(admin: Page) -> list[str]:
    return [found["id"] for found in Axe().run(admin, options=LISTED).response["violations"]]


def test_editors_of_running_text_bear_the_names_of_their_fields(admin, served):
    admin.goto(served.url + address_of(admin, served, "Tukiluuri"))
    admin.wait_for_selector("[role=textbox]")
    editor = admin.get_by_role("textbox", name="Mitä siellä tapahtuu")
    expect(editor).to_have_accessible_description(re.compile("Kerro, mitä ensin tapahtuu"))
    before = admin.get_by_role("textbox", name=re.compile("^Teksti")).count()
    admin.locator("[data-contentpath=body] .c-sf-add-button").first.click()
    admin.get_by_role("option", name=re.compile("^Teksti")).first.click()
    expect(admin.get_by_role("textbox", name=re.compile("^Teksti"))).to_have_count(before + 1)
    expect(admin.locator(UNNAMED)).to_have_count(0)
    assert axe_finds(admin) == []


@pytest.mark.parametrize("width", [1280, 1440])
def test_the_button_that_folds_all_stands_beside_the_bins(admin, served, width):
    admin.set_viewport_size({"width": width, "height": 900})
    admin.goto(f"{served.url}/hallinta/ajat/")
    admin.locator(".desk__item", has_text="Tukiluuri").get_by_role("link").click()
    for words in ("Supista kaikki", "Laajenna kaikki"):
        button = admin.get_by_role("button", name=words)
        expect(button).to_be_visible()
        assert not button.evaluate(COVERED)
        button.click()
    admin.set_viewport_size({"width": 1279, "height": 900})
    expect(admin.locator(".w-minimap__collapse-all--floating")).to_be_hidden()
