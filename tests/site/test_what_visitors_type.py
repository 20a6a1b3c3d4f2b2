"""What visitors of such a site type: the page that helps is among the first three, or a number stands before all."""

import pytest

from tests.search.searchable import results_page, titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.database]

FIRST = 3
VOIKUKKIA, PLACED, SEPARATION = "VOIKUKKIA", "Lapseni on sijoitettu", "Vanhempien ero"
HELP, CONTACTS, EVENTS = "Apua ja tukea", "Yhteystiedot", "Ryhmät ja tapahtumat"
TIKKURILA, JARVENPAA = "Kokemuskohtaamo Tikkurila", "Kokemuskohtaamo Järvenpää"
RELEASE = "Lastensuojelun asiakasvanhempien ääni kuuluviin uudenlaisella palvelulla"
PAGES = {
    # Names of what we do, whole and in parts, with slips, without dots, in any form.
    "voikukkia": VOIKUKKIA, "voikuka": VOIKUKKIA, "voi kukkia": VOIKUKKIA, "voikukkia-ryhmä": VOIKUKKIA,
    "voikukkiin": VOIKUKKIA, "kokemuskohtaamo tikkurila": TIKKURILA, "kokemuskohtamo": TIKKURILA,
    "kohtaamoon": JARVENPAA, "jarvenpaa": JARVENPAA, "tikkurillassa": TIKKURILA, "pikku-kartano": JARVENPAA,
    "kasperi ii": "Kasperi II",
    # A child in care.
    "huostaanotto": PLACED, "huostanotto": PLACED, "huostaanotettu lapsi": PLACED, "lapsi viety": PLACED,
    "lapsi viedään": PLACED, "lapseni sijoitettiin": PLACED, "sijaisperhe": PLACED, "sijaishuollossa": PLACED,
    "jälkihuolto": PLACED, "avohuolto": TIKKURILA, "aitien ryhma": VOIKUKKIA,
    # Separation, grandparents, professionals.
    "ero": SEPARATION, "avioero": SEPARATION, "eropaperit": SEPARATION, "eroperhe": SEPARATION,
    "tapaamisoikeus": SEPARATION,
    "mummo": PLACED, "ukille": PLACED, "mummi": PLACED, "isovanhempana": PLACED,
    "ammattilaiselle": "Työskentelen perheiden kanssa", "vertaistuki työhön": "Työskentelen perheiden kanssa",
    # Where, when, with whom.
    "missä olette": CONTACTS, "aukioloajat": CONTACTS, "puhelinnumero": CONTACTS, "yhteistiedot": CONTACTS,
    "mistä apua": HELP, "ilmoittautuminen": EVENTS, "tietoillat": "Kokemuskohtaamon tietoillat",
    "tapahtumia": EVENTS, "tietosuoja": "Tietosuojaseloste", "evästeet": "Tietosuojaseloste",
    "saavutettavuus": "Saavutettavuusseloste", "poistu nopeasti": "Selaa turvallisesti",
    # A journalist.
    "tiedote 2023": RELEASE, "lehdistö": "Ajankohtaista", "strategia": "Kasperin strategia 2020–2023",
    "toiminnanjohtaja": CONTACTS,
}  # fmt: skip
NUMBERS = {
    "tukiluuri": "Tukiluuri", "tukilurri": "Tukiluuri", "tukipuhelin": "Tukiluuri", "mihin soitan": "Tukiluuri",
    "0443505179": "Tukiluuri", "nollalinja": "Nollalinja", "turvakodit": "Nollalinja", "mies lyö": "Hätänumero",
    "vakivalta": "Hätänumero", "itsemurhaa": "Hätänumero", "112": "Hätänumero",
    "kriisipuhelimeen": "MIELI Kriisipuhelin",
    "välimäki": "Sanna Välimäki", "toiminnanjohtajan numero": "Sanna Välimäki", "tikkurila": TIKKURILA,
}  # fmt: skip


@pytest.mark.parametrize("typed", PAGES)
def test_the_page_that_helps_is_among_the_first(typed):
    assert PAGES[typed] in titles(results_page(typed))[:FIRST]


@pytest.mark.parametrize("typed", NUMBERS)
def test_a_number_comes_before_all_results(typed):
    card = results_page(typed).select_one(".help-cards > *")
    assert card.select_one(".help-card-name, .person-name").get_text(strip=True) == NUMBERS[typed]
