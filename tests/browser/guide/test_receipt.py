"""After publishing: the receipt fills up before the editor's eyes, and what failed is tried again."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.guide.ways import add_text, publish

pytestmark = pytest.mark.browser
TITLE = "Kuitista näkee, mitä tehtiin"


@pytest.mark.guide_task("Katso, mitä julkaisusta seurasi")
def test_watch_what_a_publication_brings_about(hand, fail_the_search_of):
    hand.press("Uusi ajankohtainen asia")
    hand.write("Otsikko", TITLE)
    hand.write("Ingressi", "Kuitti kertoo, mitä julkaisusta seurasi.")
    add_text(hand, "Sivu näkyy ja löytyy haulla.")
    publish(hand)
    hand.press("Julkaisukuitti", place=0)
    rows, summary = hand.page.locator(".receipt__row"), hand.page.get_by_role("status").filter(has_text="valmiina")
    expect(summary).to_be_visible()
    everything = re.compile(r"^(\d+)/\1 valmiina$")
    expect(summary).to_have_text(everything, timeout=60_000)
    hand.sees("Valmis")
    expect(rows.filter(has_text="Haku")).to_contain_text("Löytyy haulla")
    expect(rows.filter(has_text="Sivu")).to_contain_text("Näkyy osoitteessa")

    fail_the_search_of(TITLE)
    hand.go(re.sub(r"^https?://[^/]+", "", hand.page.url))
    hand.sees("Epäonnistui")
    hand.picture("julkaisukuitti", "Yritä uudelleen")
    hand.press("Yritä uudelleen")
    expect(summary).to_have_text(everything, timeout=60_000)

    hand.press(TITLE, place=0)
    hand.press("Toiminnot", within="Toiminnot")
    hand.press("Julkaisukuitti")
    hand.sees("Julkaisija: Viivi Viestijä")
