"""What is changed on a page: its text, how it looks, a number that stays true, an older version, no page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.guide import prepare
from tests.browser.guide.reading import finds_nothing, reads
from tests.browser.guide.ways import open_page, publish
from tests.browser.hand import Hand

pytestmark = pytest.mark.browser

CODE = "Tunnus on 010594Y9032."


@pytest.mark.guide_task("Muuta sivun tekstiä ja lue julkaisutarkistus")
def test_change_a_text_and_read_the_checks(hand, visitor):
    open_page(hand, "Vanhempien ero")
    hand.write("Johdanto", CODE)
    hand.press("Näytä tai piilota tarkistukset")
    hand.sees("Ennen julkaisemista")
    hand.sees("henkilötunnus")
    hand.picture("julkaisutarkistus", "Näytä tai piilota tarkistukset")
    hand.page.get_by_role("link", name=re.compile("henkilötunnus")).click()
    expect(hand.page.get_by_role("textbox", name="Johdanto")).to_be_focused()
    hand.write("Johdanto", "Ero on lapsellekin iso asia. Kuuntelemme.")
    hand.sees("Ei korjattavaa.")
    publish(hand)
    reads(visitor, "/vanhempien-ero/", "Ero on lapsellekin iso asia.")


@pytest.mark.guide_task("Katso sivu puhelimella ja tulosteena ennen julkaisua")
def test_look_at_a_page_on_a_phone_and_on_paper(hand):
    open_page(hand, "Vanhempien ero")
    hand.press("Näytä tai piilota esikatselu")
    shown = hand.page.locator("iframe").last.content_frame.locator("h1")
    expect(shown).to_have_text("Vanhempien ero")
    hand.picture("esikatselu", "Näytä tai piilota esikatselu")
    hand.press("Esikatselu tietokoneen leveydellä")
    hand.choose("Esikatselutila", "Tulosteena")
    expect(hand.page.locator("iframe[src*='mode=paper']").first).to_be_attached()
    expect(shown).to_have_text("Vanhempien ero")


@pytest.mark.guide_task("Lisää tekstiin puhelinnumero, joka pysyy ajan tasalla")
def test_put_a_number_into_a_text(hand, visitor):
    open_page(hand, prepare.OLD_PAGE)
    hand.write("Teksti", " Soita numeroon tähän", within="Teksti Kahvila")
    for _letter in "tähän":
        hand.page.keyboard.press("Shift+ArrowLeft")
    hand.press("Lisää tieto, joka pysyy ajan tasalla")
    hand.write("Hae ihmisistä ja palveluista", "Jonna")
    hand.sees("Löytyi 3 osumaa")
    hand.picture("tieto-hakemistosta", "Jonna Salonen: puhelin")
    hand.press("Jonna Salonen: puhelin")
    expect(hand.page.locator(".fact-entity")).to_have_count(1)
    publish(hand)
    reads(visitor, "/kevaan-kahvila/", "044 901 8339")


@pytest.mark.guide_task("Palauta aiempi versio")
def test_bring_back_an_older_version(hand, visitor):
    publish_introduction(hand, "Tämä lause on oikein.")
    publish_introduction(hand, "Tämä lause on vahinko.")
    reads(visitor, "/meista/", "Tämä lause on vahinko.")

    open_page(hand, "Meistä")
    hand.press("Historia", place=0)
    older = "Luonnos tallennettu Toiminnot"
    hand.press("Toiminnot", within=older)
    hand.picture("palauta-versio", "Katso ja palauta tämä versio")
    hand.press("Katso ja palauta tämä versio")
    hand.sees("Katsot sivun aiempaa versiota")
    hand.press("Muut toiminnot", within="Toiminnot (sivun alareuna)")
    hand.press("Julkaise tämä versio")
    hand.sees("on julkaistu")
    reads(visitor, "/meista/", "Tämä lause on oikein.")


def publish_introduction(hand: Hand, words: str) -> None:
    """A change of the page “Meistä”, from the admin's front page and back."""
    open_page(hand, "Meistä")
    hand.write("Johdanto", words)
    publish(hand)
    hand.go("/hallinta/")


@pytest.mark.guide_task("Poista sivu julkisuudesta")
def test_take_a_page_off_the_site(hand, visitor):
    reads(visitor, "/kevaan-kahvila/", prepare.OLD_PAGE)
    open_page(hand, prepare.OLD_PAGE)
    hand.press("Toiminnot", within="Toiminnot")
    hand.press("Piilota", within="Toiminnot")
    hand.press("Kyllä, piilota")
    hand.sees("piilotettu")
    finds_nothing(visitor, "/kevaan-kahvila/")
    publish(hand)
    reads(visitor, "/kevaan-kahvila/", prepare.OLD_PAGE)
