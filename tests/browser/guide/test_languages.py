"""The same page in another language, or told in plain language."""

import pytest

from tests.browser.guide.reading import finds_nothing, reads
from tests.browser.guide.ways import add_text, begin_page, open_page, publish

pytestmark = pytest.mark.browser


@pytest.mark.guide_task("Tee sivusta ruotsin- tai englanninkielinen versio")
def test_translate_a_page(hand, visitor):
    open_page(hand, "Lapseni on sijoitettu")
    hand.press("Toiminnot", within="Toiminnot")
    hand.press("Käännä")
    hand.press("ruotsi")
    hand.press("Lähetä")
    hand.sees("luotu")
    finds_nothing(visitor, "/sv/lapseni-on-sijoitettu/")
    hand.write("Otsikko", "Mitt barn är placerat", place=0)
    hand.write("Johdanto", "Du är fortfarande förälder till ditt barn.")
    publish(hand)
    reads(visitor, "/sv/lapseni-on-sijoitettu/", "Mitt barn är placerat")


@pytest.mark.guide_task("Tee selkokielinen sivu")
def test_tell_a_page_in_plain_language(hand, visitor):
    begin_page(hand, "Kasperi II")
    hand.press("Selkokielinen sivu")
    hand.write("Otsikko", "Kasperi II selkokielellä")
    hand.write("Johdanto", "Kasperi II oli hanke. Se auttoi vanhempia.")
    add_text(hand, "Hanke on päättynyt. Voit lukea sen oppaat.")
    publish(hand)
    reads(visitor, "/toiminta/kasperi-ii/selkokieli/", "Se auttoi vanhempia.")
