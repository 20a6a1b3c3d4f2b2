"""An editor changes one fact of each of the five systems in the admin and a visitor reads it on the public page."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def open_editor(admin: Page, served, path: str) -> None:
    """Find a page as an editor does: by its title in the admin's search, then its edit view."""
    visitor = admin.context.new_page()
    visitor.goto(served.url + path)
    title = visitor.locator("h1").inner_text().strip()
    visitor.close()
    admin.goto(f"{served.url}/hallinta/pages/search/?q={title}")
    admin.get_by_role("link", name=re.compile(f"^{re.escape(title)}$")).first.click()
    admin.wait_for_url(re.compile(r"/hallinta/pages/\d+/"))
    if "/edit/" not in admin.url:
        admin.goto(re.sub(r"/pages/(\d+)/.*", r"/pages/\1/edit/", admin.url))


def publish(admin: Page) -> None:
    """Press publish, from the menu beside the save button, and wait for the word that it is done."""
    admin.locator("footer [data-w-dropdown-target=toggle], footer button[aria-label]").first.click()
    admin.locator("button[name=action-publish]").click()
    expect(admin.locator(".messages .success, li.success").first).to_be_visible()


def reads(admin: Page, served, path: str, words: str) -> None:
    """A visitor finds the words on the public page."""
    visitor = admin.context.browser.new_context().new_page()
    visitor.goto(served.url + path)
    expect(visitor.locator("body")).to_contain_text(words)
    visitor.context.close()


@pytest.mark.parametrize(
    ("path", "field", "value", "words"),
    [
        ("/meista/strategia-2020-2023/", "period_end", "2024", "2020–2024"),
        ("/toiminta/voikukkia/", "funder_former_name", "Raha-automaattiyhdistys", "Raha-automaattiyhdistys"),
        ("/meista/lastensuojelun-keskusliitto/", "period_start", "2017", "2017–2021"),
        ("/toiminta/kasperi-ii/", "municipality_count", "69", "69 kuntaa"),
        (
            "/ajankohtaista/lastensuojelun-asiakasvanhempien-aani-kuuluviin/",
            "lead",
            "Uusi ingressi kertoo pääasian.",
            "Uusi ingressi kertoo pääasian.",
        ),
    ],
)
def test_a_changed_fact_is_on_the_public_page(admin, served, path, field, value, words):
    open_editor(admin, served, path)
    unfolded(admin, admin.locator(f"[name={field}]")).fill(value)
    if (small := admin.locator("[name=change_kind][value=small]")).count():  # asked of a release only
        small.check()
    publish(admin)
    reads(admin, served, path, words)


def unfolded(admin, field):
    """The field in sight: what is rarely changed stands in a folded panel."""
    if not field.is_visible():
        admin.locator("section.w-panel", has=field).last.locator("[data-panel-toggle]").first.click()
    return field


def test_a_changed_number_of_the_helpline_is_on_every_page_that_shows_it(admin, served):
    admin.goto(f"{served.url}/hallinta/snippets/directory/service/")
    admin.get_by_role("link", name="Tukiluuri").first.click()
    admin.locator("[name=phone]").fill("044 111 2222")
    admin.locator("footer button[type=submit]").first.click()
    expect(admin.locator(".messages .success, li.success").first).to_be_visible()
    for path in ("/", "/tukea/", "/tukea/tukiluuri/", "/yhteystiedot/"):
        reads(admin, served, path, "044 111 2222")
