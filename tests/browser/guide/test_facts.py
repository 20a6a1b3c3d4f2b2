"""Numbers, hours and their confirmation: what is kept once and shows on many pages."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.guide.prepare import PAGE, POINT
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
@pytest.mark.usefixtures("open_tikkurila")
def test_change_the_hours_of_a_day_and_of_every_week(hand, visitor):
    hand.press("Aukioloajat")
    hand.picture("muuta-aukioloaikoja", of=POINT)
    hand.press(f"Muuta aikoja: {POINT}, huomenna")
    hand.write("Sulkeutuu", "16.40")
    hand.picture("paivan-ajat", "Sulkeutuu", "Tallenna")
    hand.press("Tallenna")
    hand.sees("Kävijät näkevät tämän heti")
    hand.record.note("Muuta huomisen aikaa")
    reads(visitor, PAGE, "klo 9–16.40")
    hand.press("Kumoa", within=POINT)
    hand.press("Suljettu huomenna", within=POINT)
    hand.press(f"Lisää viesti: {POINT}, huomenna")
    hand.write("Viesti kävijöille", "Työntekijä on sairaana.")
    hand.press("Tallenna")
    reads(visitor, PAGE, "Suljettu: Työntekijä on sairaana")
    hand.press(f"Palaa tavallisiin aikoihin: {POINT}, huomenna")
    hand.misses("Työntekijä on sairaana")

    hand.go("/hallinta/")
    hand.press("Aukioloajat")
    hand.press(f"Muuta viikkoaikoja: {POINT}")
    expect(hand.page.get_by_label("Avautuu").first).to_be_in_viewport()
    hand.write("Sulkeutuu", "16.30", place=0)
    hand.press("Tallenna")
    hand.sees("päivitetty")
    reads(visitor, PAGE, "iistaisin klo 9–16.30")


@pytest.mark.guide_task("Laita poikkeustiedote näkyviin")
def test_put_a_prepared_notice_on_and_take_it_off(hand, visitor):
    name, words = "Huoltokatko sivustolla", "Sivustolla on huoltokatko"
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


@pytest.mark.guide_task("Lisää tapahtuma tai ryhmä")
def test_add_an_event(hand, visitor):
    first = datetime.now(HELSINKI) + timedelta(days=7)
    last = first + timedelta(days=21)
    hand.press("Uusi tapahtuma")
    hand.write("Nimi suomeksi", "Kahvihetki vanhemmille")
    hand.write("Ensimmäinen päivä", f"{first.day}.{first.month}.{first.year}")
    hand.write("Alkaa", "17.00")
    hand.write("Päättyy", "19.00")
    hand.choose("Kuinka usein", "joka viikko")
    hand.write("Viimeinen päivä", f"{last.day}.{last.month}.{last.year}")
    hand.write("Tai muu puhelinnumero", "044 901 8398")
    hand.sees("Lisää muuttunut kerta")
    hand.picture("lisaa-tapahtuma", "Ensimmäinen päivä", "Viimeinen päivä")
    hand.press("Tallenna")
    hand.sees("Kahvihetki vanhemmille")
    reads(visitor, "/tapahtumat/", "Kahvihetki vanhemmille")


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
