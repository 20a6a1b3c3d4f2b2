"""What concerns the whole site: pictures, redirects, the menu, the settings."""

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.guide.reading import reads
from tests.browser.guide.ways import choose_page

pytestmark = pytest.mark.browser


@pytest.fixture
def photo(tmp_path):
    """A picture on the editor's computer."""
    file = tmp_path / "kahvipoyta.jpg"
    Image.new("RGB", (900, 600), "#a2b400").save(file)
    return file


@pytest.mark.guide_task("Lisää kuva")
def test_add_a_picture(hand, photo):
    hand.press("Kuvat")
    hand.press("Lisää kuva", place=0)
    hand.attach("Tai valitse tietokoneeltasi", photo)
    hand.write("Kuvaus", "Kahvipöydässä on kolme kuppia ja voikukkia.")
    hand.write("Tekijä", "Kasper ry")
    hand.write("Lupa voimassa", "31.12.2030")
    hand.choose("Kuvan tärkein kohta", "Vasemmalla")
    hand.picture("lisaa-kuva", "Tekijä", "Kuvan tärkein kohta")
    hand.press("Tallenna")
    hand.misses("Kuvan tärkein kohta")
    hand.press("Kuvat", within="Päävalikko")
    hand.press("kahvipoyta")
    expect(hand.page.get_by_label("Kuvaus")).to_have_value("Kahvipöydässä on kolme kuppia ja voikukkia.")
    expect(hand.page.get_by_label("Tekijä")).to_have_value("Kasper ry")


@pytest.mark.guide_task("Ohjaa vanha osoite uuteen")
def test_lead_old_addresses_to_new_ones(hand, visitor, tmp_path):
    hand.press("Asetukset")
    hand.press("Uudelleenohjaukset")
    hand.press("Lisää uudelleenohjaus")
    hand.write("Vanha osoite", "/esite")
    choose_page(hand, "Apua ja tukea")
    hand.press("Luo")
    hand.sees("lisätty")
    reads(visitor, "/esite", "Apua ja tukea")

    table = tmp_path / "ohjaukset.csv"
    table.write_text("/vanha-1;/meista/\n/vanha-2;/yhteystiedot/\n", encoding="utf-8")
    hand.press("Toiminnot", within="Toiminnot")
    hand.press("Tuo uudelleenohjaukset")
    hand.attach("CSV-tiedosto", table)
    hand.press("Katso rivit")
    hand.picture("ohjaukset", "Tallenna 2 ohjausta")
    hand.press("Tallenna 2 ohjausta")
    hand.sees("2 ohjausta")
    reads(visitor, "/vanha-2", "Yhteystiedot")


@pytest.mark.guide_task("Muuta valikkoa")
def test_change_the_menu(hand, visitor):
    hand.press("Asetukset")
    hand.press("Valikot")
    hand.press("suomi")
    hand.press("Lisää Linkki")
    choose_page(hand, "Vanhempien ero")
    hand.choose("Missä kohdassa", "Alavalikko", within="Linkki 15")
    hand.picture("muuta-valikkoa", of="Linkki 15")
    hand.press("Tallenna")
    hand.sees("päivitetty")
    reads(visitor, "/yhteystiedot/", "Vanhempien ero", within="footer")


@pytest.mark.guide_task("Auta hakua löytämään")
def test_help_the_search_to_find(hand, visitor):
    hand.press("Sivuston haku")
    hand.press("Mitä haetaan")
    hand.sees("Hakemisto tehty")
    hand.press("Sivuston haku")
    hand.press("Synonyymit")
    hand.press("Lisää synonyymit")
    hand.write("Samaa tarkoittavat sanat", "kimppakyyti, vertaistuki")
    hand.press("Tallenna")
    hand.sees("vertaistuki")
    reads(visitor, "/haku/?q=kimppakyydit", "VOIKUKKIA")
    hand.press("Sivuston haku")
    hand.press("Nostot")
    hand.press("Lisää nosto")
    hand.write("Hakusanat", "kimppakyyti")
    choose_page(hand, "Yhteystiedot")
    hand.press("Tallenna")
    hand.sees("Lisää nosto")
    reads(visitor, "/haku/?q=kimppakyydillä", "Yhteystiedot", within=".results li:first-child")
    hand.press("Ihmiset ja palvelut")
    hand.press("Palvelut")
    hand.press("Tukiluuri")
    hand.press("Avaa tai sulje osio", within="Harvoin muutettavat")
    hand.write("Hakusanat", "kuunteleva puhelin")
    hand.press("Tallenna")
    hand.sees("”Tukiluuri” päivitetty")
    reads(visitor, "/haku/?q=kuuntelevaa+puhelinta", "Tukiluuri", within=".help-card")


@pytest.mark.guide_task("Muuta sivuston asetuksia")
def test_change_the_settings(hand, visitor):
    hand.press("Asetukset")
    hand.press("Sivuston asetukset")
    hand.write("Tietoa meistä, suomeksi", "Kasper tukee perheitä, kun elämä muuttuu.")
    hand.press("Tallenna")
    hand.sees("päivitetty")
    reads(visitor, "/ajankohtaista/lastensuojelun-asiakasvanhempien-aani-kuuluviin/", "kun elämä muuttuu")
