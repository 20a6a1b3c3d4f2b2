"""The newsroom: statements, corrections, a withdrawal, what others say, topics, the press room, subscribers."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.guide import prepare
from tests.browser.guide.reading import reads
from tests.browser.guide.ways import add_text, begin_page, choose_person, open_page, publish
from tests.browser.hand import WINDOW

pytestmark = pytest.mark.browser

UNFOLD = "Avaa tai sulje osio"
RELEASE_PATH = "/ajankohtaista/perheleiri-on-taynna/"


@pytest.mark.guide_task("Kirjoita lausunto")
def test_write_a_statement(hand, visitor):
    path = "/ajankohtaista/lausunto-perheiden-palveluista/"
    hand.press("Uusi tiedote")
    hand.write("Otsikko", "Lausunto perheiden palveluista")
    hand.choose("Laji", "Lausunto")
    hand.press(UNFOLD, within="Vain lausunnolle")
    hand.write("Kenelle", "Eduskunnan valiokunta")
    hand.write("Numero", "3/2026", within="Vain lausunnolle")
    hand.write("Ingressi", "Perheet tarvitsevat apua ajoissa.")
    add_text(hand, "Vanhempi jaksaa paremmin, kun joku kuuntelee.")
    choose_person(hand, "Jonna Salonen")
    publish(hand)
    reads(visitor, path, "Eduskunnan valiokunta")
    reads(visitor, path, "3/2026")
    reads(visitor, "/medialle/", "Lausunto perheiden palveluista")


@pytest.mark.guide_task("Korjaa julkaistua tiedotetta")
def test_correct_a_published_release(hand, visitor):
    correction = "Kerroimme, että leiri on täynnä. Paikkoja on vielä kolme."
    open_page(hand, prepare.RELEASE)
    hand.write("Ingressi", "Leirillä on vielä kolme paikkaa.")
    hand.press("olennainen", within="Mitä muutit?")
    hand.write("Mikä oli väärin ja mikä on oikein", correction)
    hand.picture("korjaa-tiedote", of="Mitä muutit?")
    publish(hand)
    reads(visitor, RELEASE_PATH, "vielä kolme paikkaa")
    reads(visitor, RELEASE_PATH, correction, within=".release-notice")

    hand.go("/hallinta/")
    open_page(hand, prepare.RELEASE)
    hand.write("Ingressi", "Leirillä on kolme paikkaa.")
    hand.press("pieni", within="Mitä muutit?")
    publish(hand)
    reads(visitor, RELEASE_PATH, "Leirillä on kolme paikkaa")
    expect(visitor.locator(".release-notice")).to_have_count(1)


@pytest.mark.guide_task("Vedä tiedote pois")
def test_withdraw_a_release_and_give_it_back(hand, visitor):
    open_page(hand, prepare.RELEASE)
    hand.press("Toiminnot", within="Toiminnot")
    hand.press("Vedä pois…")
    hand.sees("Tai ohjaa osoite toiselle sivulle")
    hand.write("Syy lukijoille", "Leiriä ei voida järjestää.")
    hand.press("Vedä tiedote pois", place=-1)  # the page's place in the tree says so, too
    hand.sees("Tiedote on vedetty pois")
    assert visitor.goto(RELEASE_PATH).status == 410
    expect(visitor.locator("main")).to_contain_text("Leiriä ei voida järjestää.")
    visitor.goto("/ajankohtaista/")
    expect(visitor.get_by_text(prepare.RELEASE)).to_have_count(0)

    hand.press("Palauta…")
    hand.press("Palauta tiedote", place=-1)
    hand.sees("taas julkinen")
    reads(visitor, "/ajankohtaista/", prepare.RELEASE)


@pytest.mark.guide_task("Kerro, mitä muut ovat sanoneet meistä")
def test_tell_what_others_have_said(hand, visitor):
    address = "https://www.example.org/juttu"
    begin_page(hand, "Ajankohtaista")
    hand.press("Meistä sanottua")
    hand.write("Otsikko", "Lehti kertoi vanhempien ryhmästä")
    hand.sees("Julkaistu")
    hand.write("Julkaisija", "Esimerkkilehti")
    hand.write("Jutun osoite", address)
    hand.write("Mitä jutussa sanotaan, omin sanoin", "Vanhemmat kertovat, miltä ryhmässä tuntuu.")
    publish(hand)
    path = "/ajankohtaista/lehti-kertoi-vanhempien-ryhmasta/"
    reads(visitor, path, "Esimerkkilehti")
    expect(visitor.get_by_role("main").locator(f"a[href='{address}']")).to_be_visible()


@pytest.mark.guide_task("Järjestä jutut aiheittain")
def test_sort_stories_by_topics(hand, visitor):
    story = "Tukiluuri vastaa keskiviikkoisin"
    hand.press("Uutisten aiheet")
    hand.press("Lisää aihe", place=0)
    hand.write("Nimi suomeksi", "Äidit ja isät")
    hand.press("Tallenna")
    hand.sees("”Äidit ja isät”")
    hand.go("/hallinta/")
    open_page(hand, story)
    hand.press(UNFOLD, within="Hanke ja aiheet")
    hand.press("Äidit ja isät")
    publish(hand)
    reads(visitor, "/ajankohtaista/?aihe=aidit-ja-isat", story)


@pytest.mark.guide_task("Hoida mediasivua")
def test_keep_the_press_room(hand, visitor):
    open_page(hand, "Medialle")
    hand.press("Lisää luku")
    hand.write("Luku", "1", within="Luku 5")
    hand.write("Vuosi", "2023", within="Luku 5")
    hand.write("Mistä luku kertoo", "puhelin vastaa koko maassa", within="Luku 5")
    hand.write("Lähde", "Kasper ry", within="Luku 5")
    publish(hand)
    reads(visitor, "/medialle/", "puhelin vastaa koko maassa")

    hand.press("Asetukset")
    hand.press("Sivuston asetukset")
    hand.press("Toiminnot", within="Yhteystiedot", place=0)
    hand.press("Valitse toinen henkilö")
    hand.press("Jonna Salonen", within=WINDOW)
    hand.is_alone()
    hand.press(UNFOLD, within="Tietoa meistä, lyhyemmin ja pidemmin")
    hand.write("Meistä yhdellä virkkeellä, suomeksi", "Kasper auttaa perheitä, kun elämä muuttuu.")
    hand.press("Tallenna")
    hand.sees("päivitetty")
    reads(visitor, "/medialle/", "Kasper auttaa perheitä, kun elämä muuttuu.")
    reads(visitor, "/medialle/", "Jonna Salonen", within=".press-contact")


@pytest.mark.guide_task("Anna kuva medialle")
def test_give_the_press_a_picture(hand, visitor):
    picture = "Keittiönpöytä"
    expect(visitor.get_by_text("Kahvit ovat valmiina.")).to_have_count(0)
    open_page(hand, prepare.RELEASE)
    hand.press("Lisää kuva", within="Kuvat medialle")
    hand.press("Valitse kuva", within="Kuvat medialle")
    hand.sees(picture, within=WINDOW)
    hand.page.get_by_role("dialog").get_by_role("link", name=picture).first.click()
    hand.is_alone()
    hand.write("Kuvateksti", "Kahvit ovat valmiina.", within="Kuvat medialle", place=-1)
    hand.press("pieni", within="Mitä muutit?")
    publish(hand)
    reads(visitor, RELEASE_PATH, "Kahvit ovat valmiina.")
    reads(visitor, "/medialle/kuvat/", "Kahvit ovat valmiina.")


@pytest.mark.guide_task("Katso tilaajat ja poista tilaajan tiedot")
def test_look_at_subscribers_and_delete_one(hand, subscriber):
    hand.press("Raportit")
    hand.press("Tilaajat")
    hand.sees("Heistä toimittajia")
    hand.write("Osoite tai sen osa", subscriber)
    hand.press("Hae")
    with hand.page.expect_download() as saved:
        hand.press("Lataa tallennetut tiedot (JSON)")
    assert subscriber in json.loads(Path(saved.value.path()).read_text(encoding="utf-8")).values()
    hand.press("Poista…")
    hand.picture("tilaajat", "Poista lopullisesti")
    hand.press("Poista lopullisesti")
    hand.sees("Poistettu. Osoitteesta ei jäänyt mitään talteen.")
    hand.write("Osoite tai sen osa", subscriber)
    hand.press("Hae")
    hand.sees("Tällaisesta osoitteesta ei ole tietoja.")
