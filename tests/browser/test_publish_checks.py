"""An editor writes a page, is told beside the form what to mend, is stopped at publishing and loses no word."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

# Autosave waits for four seconds of its own.
SAVED = 20_000
CODE = "Tunnus on 010594Y9032."


@pytest.fixture
def editor(admin, served):
    """A new text page below the front page, the panel of checks open; no script of it may fail or be refused."""
    failed: list[str] = []
    admin.on("pageerror", lambda error: failed.append(str(error)))
    admin.on("console", lambda line: failed.append(line.text) if "Content Security Policy" in line.text else None)
    admin.goto(f"{served.url}/hallinta/pages/")
    front = admin.locator("tr:has(a[href='/']) a[href$='/edit/']").first.get_attribute("href")
    number = re.search(r"/pages/(\d+)/", front)[1]
    admin.goto(f"{served.url}/hallinta/pages/add/home/standardpage/{number}/")
    admin.locator("[data-side-panel-toggle=checks]").click()
    admin.wait_for_timeout(2500)  # Wagtail takes the form's content as the starting point two seconds after it opened
    yield admin
    assert failed == []


def checks(editor: Page):
    """The panel beside the form."""
    return editor.locator("[data-side-panel=checks]")


def begin(editor: Page, title: str) -> None:
    """Type a title as people do, key by key: the address follows it. Autosave then makes the page."""
    editor.locator("[name=title]").press_sequentially(title)
    expect(editor).to_have_url(re.compile(r"/pages/\d+/edit/"), timeout=SAVED)


def publish(editor: Page) -> None:
    """Press publish, from the menu beside the save button."""
    editor.locator("footer [data-w-dropdown-target=toggle], footer button[aria-label]").first.click()
    editor.locator("button[name=action-publish]").click()


def test_what_blocks_is_shown_while_writing_and_stops_the_publishing(editor, served):
    expect(checks(editor)).to_contain_text("Sivulla ei ole kuvausta")
    begin(editor, "Uusi vertaisryhmä")
    editor.locator("[name=introduction]").fill(CODE)
    expect(checks(editor)).to_contain_text("henkilötunnus", timeout=SAVED)

    checks(editor).get_by_role("link", name=re.compile("Sivulla ei ole kuvausta")).click()
    expect(editor.locator("[name=teaser]")).to_be_focused()
    checks(editor).get_by_role("link", name=re.compile("henkilötunnus")).click()
    expect(editor.locator("[name=introduction]")).to_be_focused()

    publish(editor)
    expect(editor.locator(".messages")).to_contain_text("Sivua ei julkaistu: 1 asia korjattava ensin")
    expect(editor.locator("[name=introduction]")).to_have_value(CODE)
    expect(editor.locator("form [role=alert], form .error-message").first).to_contain_text("Tämä on henkilötunnus.")

    editor.locator("[name=introduction]").fill("Ryhmä alkaa syksyllä.")
    expect(checks(editor)).not_to_contain_text("henkilötunnus", timeout=SAVED)
    publish(editor)
    expect(editor.locator(".messages .success, li.success").first).to_be_visible()
    visitor = editor.context.browser.new_context().new_page()
    visitor.goto(f"{served.url}/uusi-vertaisryhma/")
    expect(visitor.locator("main")).to_contain_text("Ryhmä alkaa syksyllä.")
    visitor.context.close()


def test_what_is_written_after_a_stopped_publishing_is_saved(editor):
    begin(editor, "Toinen vertaisryhmä")
    editor.locator("[name=introduction]").fill(CODE)
    publish(editor)
    expect(editor.locator(".messages")).to_contain_text("Sivua ei julkaistu")
    expect(editor.locator("#w-autosave-indicator")).to_contain_text("Tallennettu", timeout=SAVED)
    editor.locator("[name=introduction]").fill("Ryhmä alkaa keväällä.")
    expect(checks(editor)).not_to_contain_text("henkilötunnus", timeout=SAVED)
    editor.goto(editor.url)
    expect(editor.locator("[name=introduction]")).to_have_value("Ryhmä alkaa keväällä.")


def saves(words: str):
    """Whether a request, or a response's request, saves a page that holds the words (its preview posts them too)."""

    def _saves(message) -> bool:
        request = getattr(message, "request", message)
        return (
            request.method == "POST"
            and request.url.partition("?")[0].endswith("/edit/")
            and words in (request.post_data or "")
        )

    return _saves


def test_what_is_written_while_a_save_is_under_way_is_saved_too(editor):
    begin(editor, "Kolmas vertaisryhmä")
    introduction = editor.locator("[name=introduction]")
    with editor.expect_request(saves(CODE), timeout=SAVED):
        introduction.fill(CODE)
    with editor.expect_response(saves("talvella"), timeout=SAVED):
        introduction.fill("Ryhmä alkaa talvella.")
    expect(checks(editor)).not_to_contain_text("henkilötunnus", timeout=SAVED)
    editor.goto(editor.url)
    expect(introduction).to_have_value("Ryhmä alkaa talvella.")
