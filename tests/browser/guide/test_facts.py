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


@pytest.mark.guide_task("Laita poikkeustiedote näkyviin")
def test_put_a_prepared_notice_on_and_take_it_off(hand, visitor):
    name, words = "Huoltokatko sivustolla", "Sivustolla on tänään huoltokatko"
    last = datetime.now(HELSINKI) + timedelta(days=2)
    hand.press("Näytä poikkeustiedote")
    hand.sees("Valmiit tekstit")
    hand.picture("poikkeustiedote", f"Näytä tänään: {name}")
    hand.press(f"Näytä tänään: {name}")
    hand.sees("Kävijät näkevät sen heti")
    reads(visitor, "/yhteystiedot/", words, within="body")
    hand.write(f"Viimeinen päivä: {name}", f"{last:%Y-%m-%d}")
    hand.press(f"Näytä sen päivän loppuun: {name}")
    hand.sees("Kävijät näkevät sen heti")
    hand.press(f"Ota pois näkyvistä: {name}")
    hand.sees("on pois näkyvistä")
    visitor.goto("/yhteystiedot/")
    expect(visitor.get_by_text(words)).to_have_count(0)


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
