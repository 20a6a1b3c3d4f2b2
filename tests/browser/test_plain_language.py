"""A page in plain language as a reader has it: short lines, larger letters, one tap from the page that it tells."""

import pytest

PLAIN, ORDINARY = "/tukea/tukiluuri/selkokieli/", "/tukea/tukiluuri/"
BODY_TEXT = ".prose .paragraph p"
COLUMN = """element => {
  const style = getComputedStyle(element), probe = document.createElement("span");
  probe.textContent = "nimettömästi tarkoittaa, ettet kerro nimeäsi"; // 44 characters
  probe.style.whiteSpace = "nowrap";
  element.append(probe);
  const found = {column: element.clientWidth / (probe.offsetWidth / 44), size: parseFloat(style.fontSize)};
  probe.remove();
  return found;
}"""


def measured(page, served, path: str) -> dict:
    page.goto(f"{served.url}{path}")
    return page.locator(BODY_TEXT).first.evaluate(COLUMN)


def test_lines_are_short_and_letters_large(served, page):
    page.set_viewport_size({"width": 1280, "height": 900})
    plain, ordinary = (measured(page, served, path) for path in (PLAIN, ORDINARY))
    assert 38 <= plain["column"] <= 50 < ordinary["column"]
    assert plain["size"] > 1.1 * ordinary["size"]


@pytest.mark.parametrize("width", [320, 1280])
def test_the_way_there_and_back(served, page, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{served.url}{ORDINARY}")
    page.get_by_role("link", name="Lue selkokielellä").click()
    page.wait_for_url(f"**{PLAIN}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("link", name="Lue tavallisella kielellä").click()
    page.wait_for_url(f"**{ORDINARY}")


def test_the_switch_to_swedish_stands_on_the_first_screen_of_a_phone(served, page):
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(f"{served.url}{ORDINARY}")
    link = page.locator(".languages").get_by_role("link", name="Svenska")
    box = link.bounding_box()
    assert box["y"] + box["height"] < 568
    assert box["height"] >= 44
    link.click()
    page.wait_for_url("**/sv/stod/tukiluuri/")
    assert page.locator("html").get_attribute("lang") == "sv"
