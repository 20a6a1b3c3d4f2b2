"""Suggestions while somebody types: by keyboard, by finger, read aloud; and the form without any script."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

FOUND = ["Tukiluuri", "Tukea <b>arkeen</b>", "Tukihenkilö"]
FIELD = "#haku-sivulla"
LIST = f"{FIELD}-ehdotukset"


@pytest.fixture
def asked(page) -> list[str]:
    """What the field's script asks the server for; the answer is always the same three."""
    found = []

    def answer(route):
        found.append(parse_qs(urlsplit(route.request.url).query)["q"][0])
        route.fulfill(json={"suggestions": FOUND, "words": "3 ehdotusta"})

    page.route("**/haku/ehdotukset/*", answer)
    return found


@pytest.fixture
def field(page, served, asked):
    page.goto(f"{served.url}/haku/")
    page.type(FIELD, "tu", delay=20)
    expect(page.locator(LIST)).to_be_visible()
    return page.locator(FIELD)


def typed(page) -> str:
    """What the results page was asked for."""
    page.wait_for_url("**/haku/?q=*")
    return parse_qs(urlsplit(page.url).query)["q"][0]


def test_it_is_a_combobox_with_a_list_of_options(page, field, asked):
    assert asked == ["tu"]  # once, after the last letter
    expect(field).to_have_attribute("aria-expanded", "true")
    assert field.get_attribute("role") == "combobox"
    assert field.get_attribute("aria-controls") == page.locator(LIST).get_attribute("id")
    assert page.get_by_role("option").all_text_contents() == FOUND
    assert page.locator(f"{LIST} b").count() == 0
    expect(page.get_by_role("status").filter(has_text="3 ehdotusta")).to_be_attached()


def test_arrows_walk_through_the_list_and_the_field(page, field):
    reached = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp"):
        field.press(key)
        chosen = page.locator(f"{LIST} [aria-selected]")
        names = chosen.evaluate_all("found => found.map(it => it.id)")
        assert field.get_attribute("aria-activedescendant") == (names[0] if names else "")
        reached.append(chosen.all_text_contents())
    assert reached == [[FOUND[0]], [FOUND[1]], [FOUND[0]], [], [FOUND[2]]]
    assert field.input_value() == "tu"  # nothing is written before it is chosen


def test_enter_takes_the_option_or_what_was_typed(page, served, field):
    field.press("ArrowDown")
    field.press("Enter")
    assert typed(page) == "Tukiluuri"
    page.goto(f"{served.url}/haku/")
    page.type(FIELD, "tukea")
    expect(page.locator(LIST)).to_be_visible()
    page.press(FIELD, "Enter")
    assert typed(page) == "tukea"


def test_enter_sends_what_was_typed_after_an_option_was_left(page, field):
    for key in ("ArrowDown", "End"):
        field.press(key)
    assert page.locator(f"{LIST} [aria-selected]").count() == 0
    field.press("ArrowDown")
    page.keyboard.type("h")  # no waiting for a new answer
    field.press("Enter")
    assert typed(page) == "tuh"


def test_escape_closes_the_list_and_leaves_the_text(page, field):
    field.press("Escape")
    expect(page.locator(LIST)).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    assert field.input_value() == "tu"


def test_a_list_closes_when_the_field_is_left(page, field):
    field.press("Tab")
    expect(page.locator(LIST)).to_be_hidden()


def test_one_letter_asks_for_nothing(page, field, asked):
    field.press("Backspace")
    expect(page.locator(LIST)).to_be_hidden()
    page.wait_for_timeout(300)
    assert asked == ["tu"]


def test_a_press_chooses(page, field):
    page.locator(f"{LIST} li").nth(1).click()
    assert typed(page) == FOUND[1]


def test_a_finger_chooses_in_the_menu_of_a_phone(browser, served):
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    phone = context.new_page()
    body = json.dumps({"suggestions": FOUND, "words": "3 ehdotusta"})
    phone.route("**/haku/ehdotukset/*", lambda route: route.fulfill(body=body, content_type="application/json"))
    phone.goto(served.url)
    phone.tap(".menu-button")
    phone.type("#haku-ylhaalla", "tuki")
    option = phone.get_by_role("option").first
    expect(option).to_be_visible()
    assert option.bounding_box()["height"] >= 44
    assert phone.evaluate("document.documentElement.scrollWidth") == 320
    option.tap()
    assert typed(phone) == "Tukiluuri"
    context.close()


def test_where_the_server_does_not_answer_the_field_still_searches(page, served):
    page.route("**/haku/ehdotukset/*", lambda route: route.abort())
    errors = []
    page.on("pageerror", lambda error: errors.append(error))
    page.goto(f"{served.url}/haku/")
    page.type(FIELD, "tuki")
    page.wait_for_timeout(300)
    page.press(FIELD, "Enter")
    assert typed(page) == "tuki"
    assert errors == []


def test_without_a_script_it_is_a_search_field(browser, served):
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{served.url}/haku/")
    assert plain.get_attribute(FIELD, "type") == "search"
    plain.fill(FIELD, "tuki")
    plain.press(FIELD, "Enter")
    assert typed(plain) == "tuki"
    context.close()
