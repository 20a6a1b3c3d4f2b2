"""New pages: a release, a current matter, a project."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.browser.guide.reading import finds_nothing, reads
from tests.browser.guide.ways import add_text, begin_page, choose_person, publish

pytestmark = pytest.mark.browser

HELSINKI = ZoneInfo("Europe/Helsinki")
PARAGRAPH = (
    "Uusi ryhmä kokoontuu joka toinen viikko Tikkurilassa. Ryhmään voi tulla kertomatta nimeään. Siellä "
    "juodaan kahvia, jutellaan ja kuunnellaan. Ryhmää ohjaavat työntekijä ja vanhempi, joka on itse kokenut "
    "saman. Kumpikin on paikalla joka kerta. Mukaan voi tulla milloin vain, eikä ilmoittautua tarvitse. "
    "Ensimmäinen kerta on syksyllä. Lapsetkin ovat tervetulleita, sillä heille on oma huone, leluja ja tuttu "
    "aikuinen seurana koko illan. "
    "Kahvia, teetä ja välipalaa on tarjolla. Jos matka on pitkä, kysy meiltä apua kuluihin."
)


@pytest.mark.guide_task("Kirjoita tiedote")
def test_write_a_release(hand, visitor):
    tomorrow = datetime.now(HELSINKI) + timedelta(days=1)
    path = "/ajankohtaista/uusi-vanhempien-ryhma-alkaa/"
    hand.press("Uusi tiedote")
    hand.write("Otsikko", "Uusi vanhempien ryhmä alkaa")
    hand.choose("Laji", "Tiedote")
    hand.write("Julkinen alkaen", f"{tomorrow.day}.{tomorrow.month}.{tomorrow.year} klo 9")
    hand.write("Ingressi", "Kasperin uusi ryhmä auttaa vanhempia, joiden lapsi on sijoitettu. Ryhmä on maksuton.")
    hand.picture("kirjoita-tiedote", "Laji", "Julkinen alkaen")
    add_text(hand, PARAGRAPH, PARAGRAPH, PARAGRAPH, PARAGRAPH)
    choose_person(hand, "Jonna Salonen")
    hand.press("Julkaise")
    hand.sees("Kukaan ulkopuolinen ei näe sivua vielä")
    hand.record.note("Kirjoita tiedote")
    finds_nothing(visitor, path)

    hand.press("Uusi vanhempien ryhmä alkaa", within="Valitse Uusi vanhempien ryhmä alkaa")
    now = datetime.now(HELSINKI) - timedelta(minutes=1)
    hand.write("Julkinen alkaen", f"{now:%d.%m.%Y %H.%M}")
    publish(hand)
    reads(visitor, path, "Ryhmä on maksuton.")


@pytest.mark.guide_task("Kirjoita ajankohtainen asia")
def test_write_a_current_matter(hand, visitor):
    hand.press("Uusi ajankohtainen asia")
    hand.write("Otsikko", "Kahvila on auki lauantaina")
    hand.write("Ingressi", "Tule kahville lauantaina kello 10.")
    add_text(hand, "Kahvila on Tikkurilassa. Lapsetkin ovat tervetulleita.")
    publish(hand)
    reads(visitor, "/ajankohtaista/", "Kahvila on auki lauantaina")


@pytest.mark.guide_task("Tee uusi hankesivu")
def test_make_a_project_page(hand, visitor):
    begin_page(hand, "Toiminta")
    hand.write("Otsikko", "Siltana")
    hand.write("Mitä ja kenelle", "Siltana tukee vanhempaa, kun lapsi muuttaa kotiin. Se on perheille.")
    hand.write("Alkaa", "2026")
    hand.write("Päättyy", "2028")
    hand.write("Rahoittaja", "STEA")
    hand.write("Omistaja", "Kasper ry")
    hand.picture("tee-uusi-hankesivu", of="Perustiedot")
    add_text(hand, "Hankkeessa vanhempi saa rinnalleen toisen vanhemman, joka on kokenut saman.")
    choose_person(hand, "Piia Hiltunen")
    publish(hand)
    reads(visitor, "/toiminta/siltana/", "2026–2028")
    reads(visitor, "/toiminta/siltana/", "Piia Hiltunen")
    reads(visitor, "/toiminta/", "Siltana")
