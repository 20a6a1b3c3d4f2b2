"""Two editors, a lost connection, a login that has ended: the editor is told in words, and what was typed is there."""

import re
import uuid

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.ways_in import sign_in

pytestmark = pytest.mark.browser

# Autosave waits for four seconds of its own; others are asked for every ten, a lost connection every five.
SOON = 30_000
OTHER_PASSWORD = "toisen-salasana-selaintestissa-2"


@pytest.fixture
def calm(admin):
    """The first editor's tab; no script of it may fail or be refused."""
    failed: list[str] = []
    admin.on("pageerror", lambda error: failed.append(str(error)))
    admin.on("console", lambda line: failed.append(line.text) if "Content Security Policy" in line.text else None)
    yield admin
    assert failed == []


@pytest.fixture
def draft(calm, served) -> str:
    """The address of a new text page's form, saved once by itself."""
    calm.goto(f"{served.url}/hallinta/pages/")
    front = calm.locator("tr:has(a[href='/']) a[href$='/edit/']").first.get_attribute("href")
    number = re.search(r"/pages/(\d+)/", front)[1]
    calm.goto(f"{served.url}/hallinta/pages/add/home/standardpage/{number}/")
    # Key by key, as people do, and at once: what is typed while the form still starts counts too.
    calm.locator("[name=title]").press_sequentially(f"Ryhmä {uuid.uuid4().hex[:8]}")
    expect(calm).to_have_url(re.compile(r"/pages/\d+/edit/"), timeout=SOON)
    saved(calm)
    return calm.url


@pytest.fixture
def other(calm, served, browser) -> Page:
    """The second editor, in a browser of her own."""
    name = f"viivi-{uuid.uuid4().hex[:8]}"
    calm.goto(f"{served.url}/hallinta/users/new/")
    fields = {"username": name, "email": f"{name}@example.org", "first_name": "Viivi", "last_name": "Virtanen"}
    for field, value in {**fields, "password1": OTHER_PASSWORD, "password2": OTHER_PASSWORD}.items():
        calm.locator(f"[name={field}]").fill(value)
    calm.get_by_role("tab", name="Roolit").first.click()
    calm.locator("[name=is_superuser]").check()
    calm.locator("footer button[type=submit]:not([aria-hidden])").first.click()
    calm.wait_for_url(f"{served.url}/hallinta/users/")
    context = browser.new_context()
    tab = context.new_page()
    sign_in(tab, served.url, name, OTHER_PASSWORD)
    yield tab
    context.close()


def log_out(context: BrowserContext) -> None:
    """As a login that has ended: the browser has no session any more."""
    context.clear_cookies(name="sessionid")


def saved(tab: Page) -> None:
    expect(tab.locator("#w-autosave-indicator")).to_have_attribute("data-w-autosave-state-value", "saved", timeout=SOON)


def notice(tab: Page, name: str):
    return tab.locator(f".edit-notices [data-notice={name}]")


def introduction(tab: Page):
    return tab.locator("[name=introduction]")


def publish(tab: Page) -> None:
    button = tab.locator("button[name=action-publish]")
    if not button.is_visible():
        tab.locator("footer [data-w-dropdown-target=toggle]").first.click()
    button.click()


def test_two_editors_of_a_page_are_told_of_each_other(calm, draft, other):
    calm.goto(draft)
    introduction(calm).fill("Ensimmäisen teksti.")
    saved(calm)
    other.goto(draft)
    expect(notice(other, "together")).to_contain_text("on avannut saman. Sopikaa, kumpi kirjoittaa.")
    introduction(other).fill("Toisen teksti.")
    saved(other)

    expect(notice(calm, "newer")).to_contain_text("Viivi Virtanen on tallentanut uudemman version", timeout=SOON)
    introduction(calm).fill("Ensimmäisen uusi teksti.")
    publish(calm)
    dialog = calm.locator("#w-save-confirmation-dialog")
    expect(dialog).to_contain_text("Viivi Virtanen tallensi uuden version")
    dialog.locator("[data-w-dialog-target=confirm]").click()
    calm.wait_for_url(re.compile(r"/pages/\d+/$"))
    expect(calm.locator(".messages")).to_contain_text("julkaistu")
    calm.goto(draft.replace("/edit/", "/history/"))
    expect(calm.locator("main")).to_contain_text("Viivi Virtanen")


def test_a_lost_connection_is_told_and_mended_by_itself(calm, draft):
    calm.context.set_offline(True)
    introduction(calm).fill("Kirjoitettu ilman yhteyttä.")
    expect(notice(calm, "offline")).to_contain_text("Yhteys on poikki. Teksti on tallessa", timeout=SOON)
    publish(calm)
    expect(notice(calm, "unsent")).to_be_visible()
    expect(introduction(calm)).to_have_value("Kirjoitettu ilman yhteyttä.")
    calm.context.set_offline(False)
    expect(notice(calm, "offline")).to_have_count(0, timeout=SOON)
    saved(calm)
    calm.goto(draft)
    expect(introduction(calm)).to_have_value("Kirjoitettu ilman yhteyttä.")
    expect(notice(calm, "kept")).to_have_count(0)


def test_a_tab_that_closed_without_a_connection_gives_its_text_back(calm, draft):
    calm.context.set_offline(True)
    introduction(calm).fill("Kirjoitettu ennen kaatumista.")
    calm.wait_for_function(KEPT, arg="Kirjoitettu ennen kaatumista.")
    context = calm.context
    calm.close(run_before_unload=False)
    context.set_offline(False)
    tab = context.new_page()
    tab.goto(draft)
    expect(introduction(tab)).to_have_value("")
    expect(notice(tab, "kept")).to_contain_text("eikä tekstiä ehditty tallentaa")
    with tab.expect_navigation():
        notice(tab, "kept").get_by_role("button", name="Palauta tallentamaton teksti").click()
    expect(introduction(tab)).to_have_value("Kirjoitettu ennen kaatumista.")
    tab.wait_for_function(NOTHING_KEPT)


def test_a_login_that_ended_keeps_the_text_until_one_is_back(calm, draft, served):
    log_out(calm.context)
    introduction(calm).fill("Kirjoitettu kirjautumatta.")
    publish(calm)
    expect(notice(calm, "expired")).to_contain_text("Olet kirjautunut ulos. Teksti on tallessa")
    expect(calm).to_have_url(draft)
    with calm.context.expect_page() as opened:
        notice(calm, "expired").get_by_role("link", name="Kirjaudu uudessa välilehdessä").click()
    sign_in(opened.value, served.url, served.user, served.password)
    calm.bring_to_front()
    expect(notice(calm, "expired")).to_have_count(0, timeout=SOON)
    saved(calm)
    publish(calm)
    calm.wait_for_url(re.compile(r"/pages/\d+/$"))
    expect(calm.locator(".messages")).to_contain_text("julkaistu")
    calm.goto(draft)
    expect(introduction(calm)).to_have_value("Kirjoitettu kirjautumatta.")


def test_a_draft_with_an_empty_block_is_saved_and_its_publishing_told_in_one_message(calm, draft):
    body = calm.locator("[data-contentpath=body]")
    body.locator("button[data-streamfield-block-list-add], button[title='Lisää osa'], .c-sf-add-button").first.click()
    calm.locator("[role=option]").filter(has_text=re.compile("^Linkit")).first.click()
    saved_after(calm, lambda: body.locator("[name$='-heading']").fill("Lue myös"))
    publish(calm)
    message = calm.locator(".messages")
    expect(message).to_contain_text("Sivua ei julkaistu")
    expect(message).to_contain_text("Linkin teksti")
    expect(message).not_to_contain_text("ei voitu tallentaa")
    expect(body.locator("[name$='-heading']")).to_have_value("Lue myös")


def test_a_form_that_was_refused_twice_is_saved_once_it_is_mended(calm, draft):
    calm.locator("[name=title]").fill("")
    publish(calm)
    expect(calm.locator(".messages")).to_contain_text("ei")
    indicator = calm.locator("#w-autosave-indicator")
    expect(indicator).to_have_attribute("data-w-autosave-state-value", "paused", timeout=SOON)
    saved_after(calm, lambda: calm.locator("[name=title]").fill("Otsikko on taas"))
    saved(calm)
    calm.goto(draft)
    expect(calm.locator("[name=title]")).to_have_value("Otsikko on taas")


def saved_after(tab: Page, act) -> None:
    """Do it and wait until autosave has answered that it is in the database."""
    with tab.expect_response(_is_of_autosave, timeout=SOON) as got:
        act()
    assert got.value.ok, got.value.text()


def _is_of_autosave(answer) -> bool:
    return "/edit/" in answer.url and answer.request.method == "POST"


def test_a_double_press_publishes_once(calm, draft):
    sent = []
    calm.on("request", lambda request: sent.append(request) if _is_publishing(request) else None)
    introduction(calm).fill("Julkaistaan kerran.")
    calm.locator("button[name=action-publish]").dblclick()
    calm.wait_for_url(re.compile(r"/pages/\d+/$"))
    expect(calm.locator(".messages")).to_contain_text("julkaistu")
    assert len(sent) == 1


def _is_publishing(request) -> bool:
    return request.method == "POST" and request.is_navigation_request()


def test_a_fact_that_somebody_else_changed_is_shown(calm, served, other):
    people = f"{served.url}/hallinta/snippets/directory/person/"
    calm.goto(people)
    address = served.url + calm.locator("main a[href*='/person/edit/']").first.get_attribute("href")
    calm.goto(address)
    other.goto(address)
    expect(notice(other, "together")).to_be_visible(timeout=SOON)
    other.locator("[name=phone]").fill("050 765 4321")
    save_fact(calm, "050 123 4567")
    calm.wait_for_url(people)
    save_fact(other, "050 765 4321")
    expect(other.locator(".messages")).to_contain_text("muutti tätä")
    expect(other.locator("main")).to_contain_text("Tallennettuna on nyt: 050 123 4567")
    expect(other.locator("[name=phone]")).to_have_value("050 765 4321")
    save_fact(other, "050 765 4321")
    other.wait_for_url(people)
    other.goto(address.replace("/edit/", "/history/"))
    expect(other.locator("main")).to_contain_text("Puhelin: 050 123 4567 → 050 765 4321")


def save_fact(tab: Page, phone: str) -> None:
    tab.locator("[name=phone]").fill(phone)
    tab.locator("footer button[type=submit]:not([aria-hidden])").first.click()


def test_a_facts_text_comes_back_unsaved(calm, served):
    calm.goto(f"{served.url}/hallinta/snippets/directory/service/")
    address = served.url + calm.locator("main a[href*='/service/edit/']").first.get_attribute("href")
    calm.goto(address)
    calm.locator("[name=note_fi]").fill("Muistiinpano ilman kirjautumista")
    calm.wait_for_function(KEPT, arg="Muistiinpano ilman kirjautumista")
    context = calm.context
    calm.close(run_before_unload=False)
    tab = context.new_page()
    tab.goto(address)
    with tab.expect_navigation():
        notice(tab, "kept").get_by_role("button", name="Palauta tallentamaton teksti").click()
    expect(tab.locator("[name=note_fi]")).to_have_value("Muistiinpano ilman kirjautumista")
    expect(tab.locator(".messages")).to_contain_text("Lue se läpi ja tallenna.")
    assert tab.request.get(address).ok


def test_nothing_is_kept_after_the_logout(calm, draft, served):
    calm.evaluate("localStorage.setItem('kasper-text:9999999999999-x', '{}')")
    calm.goto(f"{served.url}/hallinta/")
    calm.evaluate("document.querySelector('.sidebar-footer button, .sidebar-footer__user-button')?.click()")
    calm.get_by_role("button", name="Kirjaudu ulos").click()
    calm.wait_for_url(re.compile("/login/"))
    assert calm.evaluate(NOTHING_KEPT)


KEPT = """text => Object.entries({...localStorage})
    .some(([key, kept]) => key.startsWith('kasper-text:') && kept.includes(text))"""
NOTHING_KEPT = "() => !Object.keys(localStorage).some(key => key.startsWith('kasper-text:'))"
