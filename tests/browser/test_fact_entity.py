"""An editor puts a number of the directory into a text: it follows the directory, which says where it stands."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PATH = "/tietosuojaseloste/"
TITLE = "Tietosuojaseloste"
OWNER = "Piia Hiltunen"
NEW_NUMBER = "044 901 8399"


@pytest.fixture
def complaints(admin):
    """What the browser complains of while the test runs: errors of scripts, refusals of the content policy."""
    found = []
    admin.on("pageerror", lambda error: found.append(str(error)))
    admin.on("console", lambda message: found.append(message.text) if "Content Security" in message.text else None)
    return found


def open_text(admin: Page, served):
    """The edit view of the text page; its first rich text."""
    admin.goto(f"{served.url}/hallinta/pages/search/?q={TITLE}")
    admin.get_by_role("link", name=TITLE, exact=True).first.click()
    admin.wait_for_url(re.compile(r"/hallinta/pages/\d+/edit/"))
    editor = admin.locator("[data-draftail-editor-wrapper] [contenteditable=true]").first
    editor.scroll_into_view_if_needed()
    return editor


def open_chooser_over(admin: Page, editor, words: str) -> None:
    """Type words at the end of the first line, select them and press the button above the selection."""
    editor.click()
    admin.keyboard.press("Control+Home")
    admin.keyboard.press("End")
    admin.keyboard.type(f" {words}")
    for _letter in words:
        admin.keyboard.press("Shift+ArrowLeft")
    admin.locator("button[name=FACT]").first.click()
    expect(admin.locator(".modal-body [data-chooser-modal-search]")).to_be_visible()


def choose(admin: Page, search: str, value: str) -> None:
    """Search in the window and take the row that says `value`."""
    admin.locator(".modal-body input[name=q]").fill(search)
    row = admin.locator(".modal-body tr", has_text=spaced(value))
    expect(admin.locator(".modal-body tbody tr")).to_have_count(3)
    row.locator("[data-chooser-modal-choice]").click()
    expect(admin.locator(".modal")).to_have_count(0)


def spaced(number: str) -> re.Pattern:
    """A number whatever its spaces are."""
    return re.compile(re.escape(number).replace(r"\ ", r"\s"))


def publish(admin: Page) -> None:
    admin.locator("footer [data-w-dropdown-target=toggle]").first.click()
    admin.locator("button[name=action-publish]").click()
    expect(admin.locator(".messages .success, li.success").first).to_be_visible()


def open_fact(admin: Page, served) -> None:
    admin.goto(f"{served.url}/hallinta/snippets/directory/person/")
    admin.get_by_role("link", name=OWNER).first.click()
    expect(admin.locator("[name=phone]")).to_be_visible()


def change_number(admin: Page, served, number: str) -> str:
    """Save another number for the person; returns the old one."""
    open_fact(admin, served)
    field = admin.locator("[name=phone]")
    old = field.input_value()
    field.fill(number)
    admin.locator("footer button[type=submit]").first.click()
    expect(admin.locator(".messages .success, li.success").first).to_be_visible()
    return old


def expect_number(admin: Page, served, number: str) -> None:
    """A visitor reads the number in the text, as a link that dials it."""
    visitor = admin.context.browser.new_context().new_page()
    visitor.goto(served.url + PATH)
    digits = re.sub(r"\D", "", number)
    link = visitor.locator(f'main a[href="tel:+358{digits[1:]}"]')
    expect(link.filter(has_text=spaced(number))).to_have_count(1)
    visitor.context.close()


def test_a_number_in_a_text_follows_the_directory(admin, served, complaints):
    open_fact(admin, served)
    old = admin.locator("[name=phone]").input_value()

    open_chooser_over(admin, open_text(admin, served), "044 000 0000")
    choose(admin, OWNER, old)
    expect(admin.locator(".fact-entity")).to_have_text(spaced(old))
    publish(admin)
    expect_number(admin, served, old)

    open_fact(admin, served)
    panel = admin.locator(".fact-usage").first
    expect(panel.get_by_role("link", name=TITLE, exact=True)).to_be_visible()

    change_number(admin, served, NEW_NUMBER)
    expect_number(admin, served, NEW_NUMBER)
    open_text(admin, served)
    expect(admin.locator(".fact-entity")).to_have_text(spaced(NEW_NUMBER))
    change_number(admin, served, old)
    assert complaints == []


def test_a_fact_is_one_piece_that_goes_as_a_whole(admin, served, complaints):
    editor = open_text(admin, served)
    before = admin.locator(".fact-entity").count()
    open_chooser_over(admin, editor, "tähän")
    choose(admin, OWNER, f"{OWNER.split()[0].casefold()}.")
    address = admin.locator(".fact-entity", has_text="@")
    expect(address).to_have_count(1)

    editor.click()
    address.click()
    admin.keyboard.press("Escape")
    admin.keyboard.type("ei")
    expect(address).to_have_text(re.compile(r"^piia\.hiltunen@suomenkasper\.fi$"))

    address.click()
    tooltip = admin.locator(".fact-entity-tooltip")
    expect(tooltip).to_contain_text(OWNER)
    tooltip.locator("button.no").click()
    expect(address).to_have_count(0)
    expect(admin.locator(".fact-entity")).to_have_count(before)
    expect(editor).not_to_contain_text("@")
    assert complaints == []
