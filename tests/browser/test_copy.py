"""Copying contacts and texts: a button with JavaScript, nothing without."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

RELEASE = "/ajankohtaista/lastensuojelun-asiakasvanhempien-aani-kuuluviin/"


@pytest.fixture
def reading(page, served):
    """A visitor whose clipboard can be read."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served.url)
    return page


def clipboard(page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def test_all_contacts_of_a_release_at_once(reading, served):
    reading.goto(served.url + RELEASE)
    button = reading.locator("main [data-copy]")
    words = button.inner_text()
    button.click()
    expect(button).to_have_text(button.get_attribute("data-copied"))
    expect(reading.locator("main [data-copy] + [role=status]")).to_have_text(button.get_attribute("data-copied"))
    copied = clipboard(reading)
    assert copied.startswith("Sanna Välimäki, toiminnanjohtaja\n")
    assert "\n\nJonna Salonen, projektisuunnittelija\n" in copied
    expect(button).to_have_text(words, timeout=6000)


def test_a_text_about_us_with_its_paragraphs(reading, served):
    reading.goto(f"{served.url}/medialle/")
    reading.locator("[data-copy-from]").last.click()
    expect(reading.locator("[data-copy-from] + [role=status]").last).not_to_have_text("")
    assert clipboard(reading).startswith("Kasper – Kasvatus- ja perheneuvonta ry")
    assert clipboard(reading).count("\n\n") == 2


def test_without_javascript_there_is_no_button(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.url}/medialle/")
    expect(page.locator("main button").first).to_be_hidden()
    context.close()
