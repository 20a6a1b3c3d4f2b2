"""The admin's forms in a real browser: the tick that sets itself, the key that must not publish."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def service(admin, served):
    """The form of the helpline."""
    admin.goto(f"{served.url}/hallinta/ajat/")
    admin.locator(".desk__item", has_text="Tukiluuri").get_by_role("link").click()
    expect(admin.locator("#id_weekly_hours-0-opens")).to_be_in_viewport()
    return admin


def test_a_change_ticks_that_the_facts_were_checked(service):
    tick = service.locator("#id_is_confirmed_today")
    expect(tick).not_to_be_checked()
    phone = service.locator("#id_phone")
    before = phone.input_value()
    phone.fill("044 350 5170")
    expect(tick).to_be_checked()
    phone.fill(before)
    expect(tick).not_to_be_checked()
    service.locator("#id_weekly_hours-ADD").click()
    expect(tick).to_be_checked()


def test_the_editor_has_the_last_word_on_the_tick(service):
    tick = service.locator("#id_is_confirmed_today")
    service.locator("#id_phone").fill("044 350 5170")
    tick.uncheck()
    service.locator("#id_note_fi").fill("Voit soittaa nimettömästi. Soita rauhassa.")
    expect(tick).not_to_be_checked()


def test_what_is_chosen_can_be_changed(admin, served):
    """The menu of a chosen thing takes its buttons out of the chooser, which must have found them before."""
    admin.goto(f"{served.url}/hallinta/")
    admin.get_by_role("link", name="Uusi tiedote").click()
    admin.get_by_role("button", name="Lisää Yhteyshenkilö").click()
    choose(admin, "Valitse henkilö", "Jonna Salonen")
    chooser = admin.locator("#id_contacts-0-person-chooser")
    expect(chooser).to_contain_text("Jonna Salonen")
    change(admin, chooser, "Sanna Välimäki")
    expect(chooser).to_contain_text("Sanna Välimäki")

    admin.goto(f"{served.url}/hallinta/settings/cms/sitesettings/")
    chooser = admin.locator("#id_press_contact-chooser")
    change(admin, chooser, "Jonna Salonen")
    expect(chooser).to_contain_text("Jonna Salonen")


def choose(admin, button: str, name: str) -> None:
    """Press a button that opens the window, and a name in it."""
    admin.get_by_role("button", name=button).filter(visible=True).click()
    admin.get_by_role("dialog").get_by_role("link", name=name).click()


def change(admin, chooser, name: str) -> None:
    """Take another person instead of the one that is chosen."""
    chooser.get_by_role("button", name="Toiminnot").click()
    choose(admin, "Valitse toinen henkilö", name)


def test_enter_in_a_field_does_not_publish(admin, served):
    admin.goto(f"{served.url}/hallinta/")
    admin.get_by_role("link", name="Uusi tiedote").click()
    admin.locator("#id_title").press_sequentially("Enter ei julkaise")
    expect(admin.locator("#id_slug")).to_have_value("enter-ei-julkaise")
    admin.locator("#id_title").press("Enter")
    expect(admin).to_have_url(re.compile(r"/pages/\d+/edit/"))
    expect(admin.locator("[data-side-panel=status]").first).to_contain_text("Luonnos")
    expect(admin.locator("[data-side-panel=status]").first).not_to_contain_text("Julkaistu")
    number = re.search(r"/pages/(\d+)/", admin.url)[1]
    admin.goto(f"{served.url}/hallinta/pages/{number}/delete/")
    admin.locator("main form [type=submit]").last.click()
    expect(admin.locator(".messages .success")).to_be_visible()
