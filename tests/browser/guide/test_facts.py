"""Numbers, hours and their confirmation: what is kept once and shows on many pages."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.guide.reading import reads

pytestmark = pytest.mark.browser

HELSINKI = ZoneInfo("Europe/Helsinki")
NUMBER = "044 901 8398"


@pytest.mark.guide_task("Muuta puhelinnumero")
def test_change_a_phone_number(hand, visitor):
    hand.press("Ihmiset ja palvelut")
    hand.press("Henkilöt")
    hand.press("Piia Hiltunen")
    hand.write("Puhelin", NUMBER)
    hand.picture("muuta-puhelinnumero", "Puhelin", "Tallenna")
    hand.press("Tallenna")
    hand.sees("”Piia Hiltunen” päivitetty")
    reads(visitor, "/yhteystiedot/", NUMBER)


@pytest.mark.guide_task("Muuta aukioloaikoja")
def test_change_hours_and_add_an_exception(hand, visitor):
    day = datetime.now(HELSINKI) + timedelta(days=1)
    hand.press("Muuta aikoja")
    hand.press("Muuta aikoja: Kokemuskohtaamo Tikkurila")
    expect(hand.page.get_by_label("Avautuu").first).to_be_in_viewport()
    hand.write("Sulkeutuu", "16.30")
    hand.picture("muuta-aukioloaikoja", "Sulkeutuu", "Tallenna")
    hand.press("Tallenna")
    hand.sees("päivitetty")
    hand.record.note("Muuta tiistain aikaa")
    reads(visitor, "/tukea/kokemuskohtaamo-tikkurila/", "16.30")

    hand.go("/hallinta/")
    hand.press("Muuta aikoja")
    hand.press("Muuta aikoja: Kokemuskohtaamo Tikkurila")
    hand.press("Lisää Poikkeus")
    hand.write("Päivä", f"{day.day}.{day.month}.{day.year}")
    hand.write("Huomautus kävijöille", "Työntekijä on sairaana.")
    hand.picture("lisaa-poikkeus", of="Poikkeukset")
    hand.press("Tallenna")
    hand.sees("päivitetty")
    reads(visitor, "/tukea/kokemuskohtaamo-tikkurila/", "Suljettu: Työntekijä on sairaana")


@pytest.mark.guide_task("Vahvista tiedot ja merkitse sivu tarkistetuksi")
@pytest.mark.usefixtures("long_ago_confirmed")
def test_confirm_a_fact_and_review_a_page(hand, visitor):
    today = datetime.now(HELSINKI)
    hand.picture("vahvista", "Vahvista: Sanna Välimäki", of="Vahvistamatta yli 12 kk")
    hand.press("Vahvista: Sanna Välimäki")
    hand.sees("on vahvistettu")
    hand.press("Merkitse tarkistetuksi: Retki rannalle")
    hand.sees("on merkitty tarkistetuksi")
    reads(visitor, "/yhteystiedot/", f"{today.day}.{today.month}.{today.year}")
