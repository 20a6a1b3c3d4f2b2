"""The admin in a real browser: what starts without inline scripts does start, and the policy stops nothing."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LISTENER = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error("policy", event.violatedDirective, event.blockedURI, event.sourceFile);
});
"""


@pytest.fixture
def complaints(page):
    """What the browser's console says of refused content and of broken scripts."""
    found = []
    page.add_init_script(LISTENER)
    page.on("console", lambda message: found.append(message.text) if message.text.startswith("policy") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.fixture
def open_form(served, admin):
    """Open the form of the first page that a search in the admin finds."""

    def _open(title: str) -> None:
        admin.goto(f"{served.url}/hallinta/pages/search/?q={title}")
        admin.locator("table a", has_text=re.compile(title)).first.click()
        expect(admin.locator("#id_title")).to_be_visible()

    return _open


def test_a_release_form_starts_all_its_fields(complaints, served, admin, open_form):
    open_form("asiakasvanhempien")
    admin.locator("#id_public_at").click()
    expect(admin.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)
    admin.locator("#id_title").click()
    rows = admin.locator("#id_contacts-FORMS > [data-inline-panel-child]")
    count = rows.count()
    admin.locator("#id_contacts-ADD").click()
    expect(rows).to_have_count(count + 1)
    admin.locator(f"#inline_child_contacts-{count} [data-chooser-action-choose]").first.click()
    choices = admin.locator(".modal-body a[data-chooser-modal-choice]")
    chosen = choices.first.inner_text()
    choices.first.click()
    expect(admin.locator(f"#inline_child_contacts-{count} .chooser__title")).to_have_text(chosen)
    assert complaints == []


def test_a_body_takes_a_block_and_the_preview_shows_the_page(complaints, served, admin, open_form):
    open_form("Meistä")
    expect(admin.locator(".c-sf-add-button").first).to_be_visible()
    editors = admin.locator(".public-DraftEditor-content")
    count = editors.count()
    admin.locator(".c-sf-add-button").first.click()
    admin.get_by_role("option", name="Teksti").first.click()
    expect(editors).to_have_count(count + 1)
    editor = editors.first
    editor.click()
    expect(editor).to_be_focused()
    editor.press_sequentially("Uusi kappale")
    expect(editor).to_have_text("Uusi kappale")
    admin.locator("#id_introduction").fill("Uusi johdanto")
    admin.locator("[data-side-panel-toggle=preview]").first.click()
    preview = admin.frame_locator("iframe[title]").first
    expect(preview.locator("main")).to_contain_text("Uusi johdanto", timeout=20_000)
    assert complaints == []


def test_a_service_form_starts_its_times_and_saves_them(complaints, served, admin):
    admin.goto(f"{served.url}/hallinta/snippets/directory/service/")
    admin.locator("table a", has_text="Tukiluuri").first.click()
    admin.wait_for_load_state("networkidle")  # the button is there before what it starts
    admin.locator("#id_hours_exceptions-ADD").click()
    row = admin.locator("#id_hours_exceptions-FORMS > [data-inline-panel-child]").last
    row.locator("[id$=-date]").click()
    expect(admin.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)
    assert complaints == []


@pytest.mark.parametrize("address", ["", "mallit/", "images/multiple/add/", "documents/", "settings/cms/sitesettings/"])
def test_other_pages_of_the_admin_break_no_rule(complaints, served, admin, address):
    admin.goto(f"{served.url}/hallinta/{address}")
    admin.wait_for_load_state("networkidle")
    assert complaints == []
