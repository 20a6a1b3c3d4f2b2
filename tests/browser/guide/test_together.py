"""What comes in to the editors: a text to approve, a visitor's message, a link that leads nowhere."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.guide import prepare
from tests.browser.guide.reading import reads
from tests.browser.guide.ways import choose_page, open_page, publish

pytestmark = pytest.mark.browser


@pytest.mark.guide_task("Lähetä sivu hyväksyttäväksi ja hyväksy toisen sivu")
def test_send_a_page_for_approval_and_approve_it(editor, visitor):
    writer = editor(prepare.WRITER[0])
    open_page(writer, "Tietosuojaseloste")
    writer.write("Johdanto", "Kerromme, mitä tietoja keräämme ja miksi.")
    writer.press("Lähetä hyväksyttäväksi")
    writer.sees("on lähetetty hyväksyttäväksi")

    publisher = editor(prepare.PUBLISHER[0])
    publisher.press("Lue ja päätä: Tietosuojaseloste")
    publisher.press("Muut toiminnot", within="Toiminnot (sivun alareuna)")
    publisher.sees("Palauta tekijälle")
    publisher.picture("hyvaksy", "Hyväksy ja julkaise", "Palauta tekijälle")
    publisher.press("Hyväksy ja julkaise")
    publisher.sees("on hyväksytty ja julkaistu")
    reads(visitor, "/tietosuojaseloste/", "mitä tietoja keräämme ja miksi")


@pytest.mark.guide_task("Vastaa saavutettavuuspalautteeseen")
def test_answer_a_message_about_accessibility(hand):
    hand.press("Lue ja vastaa", place=0)
    hand.sees(prepare.MESSAGE)
    hand.picture("saavutettavuuspalaute", "Merkitse vastatuksi")
    hand.press("Merkitse vastatuksi")
    hand.sees("Palaute on merkitty vastatuksi")
    hand.misses(prepare.MESSAGE)
    hand.press("Vastatut (1)")
    hand.sees(prepare.MESSAGE)


@pytest.mark.guide_task("Korjaa rikkinäinen linkki")
def test_mend_a_broken_link(hand, visitor):
    hand.picture("korjaa-linkki", "Korjaa: Retki rannalle", of="Rikkinäiset linkit")
    hand.press("Korjaa: Retki rannalle")
    hand.press("Toiminnot", within=prepare.GONE_PAGE)
    choose_page(hand, "Yhteystiedot", button="Valitse toinen sivu")
    publish(hand)
    hand.go("/hallinta/")
    hand.misses("Rikkinäiset linkit")
    visitor.goto("/retki-rannalle/")
    expect(visitor.get_by_role("main").get_by_role("link", name=prepare.GONE_PAGE)).to_have_attribute(
        "href", re.compile("/yhteystiedot/$")
    )
