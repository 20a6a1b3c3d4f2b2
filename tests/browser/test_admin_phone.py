"""The admin on a phone of 360 by 640: nothing off the edge, nothing below the menu's button, what was saved is seen."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 640}
POINT = "Kokemuskohtaamo Tikkurila"
TOO_WIDE = """() => [...document.querySelectorAll("main select")].filter(node => node.checkVisibility())
  .filter(node => node.getBoundingClientRect().right > innerWidth).map(node => node.name)"""
# What has words or can be pressed, and lies below the menu's button.
COVERED = """() => {
  const button = document.querySelector(".sidebar-nav-toggle--mobile").getBoundingClientRect();
  const words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    const node = words.currentNode;
    const range = document.createRange();
    range.selectNodeContents(node);
    const isBelow = [...range.getClientRects()].some(it => it.width > 1 && it.left < button.right &&
      it.right > button.left && it.top < button.bottom && it.bottom > button.top);
    const isShown = node.parentElement.checkVisibility() && !node.parentElement.closest(".w-sr-only");
    if (node.data.trim() && isShown && isBelow) found.push(node.data.trim());
  }
  return found;
}"""


@pytest.fixture
def phone(admin) -> Page:
    """A signed-in phone."""
    admin.set_viewport_size(PHONE)
    return admin


@pytest.mark.parametrize("kind", ["event", "service", "outsidehelpline"])
def test_choices_stay_on_the_screen(phone, served, kind):
    phone.goto(f"{served.url}/hallinta/snippets/directory/{kind}/add/")
    expect(phone.locator("main select").filter(visible=True).first).to_be_visible()
    assert phone.evaluate(TOO_WIDE) == []


def test_what_was_saved_is_seen_where_the_page_jumps_to(phone, served):
    """A Tuesday some weeks ahead, on which the place is open."""
    day = date.today() + timedelta(days=21 + (1 - date.today().weekday()) % 7)
    phone.goto(f"{served.url}/hallinta/ajat/?paiva={day.isoformat()}")
    card = phone.locator(".today__card", has_text=POINT)
    card.get_by_role("button", name="Suljettu").click()
    said = card.locator(".today__said")
    expect(said).to_contain_text("Kävijät näkevät tämän heti")
    expect(said).to_be_in_viewport(ratio=1)
    card.get_by_role("button", name="Kumoa").click()
    expect(said).to_be_in_viewport(ratio=1)


def test_the_menus_button_covers_no_words(phone, served):
    phone.goto(f"{served.url}/hallinta/ajat/?paiva=eilen")
    expect(phone.locator(".messages .warning").first).to_contain_text("ei ole päivä")
    phone.wait_for_timeout(700)  # the message slides in
    assert phone.evaluate(COVERED) == []
    phone.locator("main").evaluate("it => it.scrollTo(0, 300)")
    button, header = (phone.locator(it).bounding_box() for it in (".sidebar-nav-toggle--mobile", ".w-slim-header"))
    assert (button["y"], button["height"]) == (header["y"], 50), "it stands in the room that the header leaves"
