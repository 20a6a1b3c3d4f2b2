"""Signing in and out; a connection or a login that ends in the middle of a text."""

import pytest

from tests.browser.guide import prepare
from tests.browser.guide.reading import reads
from tests.browser.guide.ways import open_page, publish
from tests.browser.hand import Hand

pytestmark = pytest.mark.browser


@pytest.mark.guide_task("Kirjaudu sisään ja ulos")
def test_sign_in_and_out(stranger, office):
    hand = stranger()
    hand.go("/hallinta/")
    hand.picture("kirjaudu", "Käyttäjätunnus", "Salasana", "Kirjaudu sisään")
    sign_in(hand, office)
    hand.press("Viivi")
    hand.press("Kirjaudu ulos")
    hand.sees("Kirjaudu sisään")
    hand.go("/hallinta/pages/")
    hand.sees("Salasana")


@pytest.mark.guide_task("Jos yhteys katkeaa tai kirjautuminen vanhenee")
def test_lose_the_connection_and_the_login(hand, office, visitor):
    open_page(hand, "Työskentelen perheiden kanssa")
    hand.sees("Johdanto")
    hand.page.wait_for_load_state()
    hand.page.context.set_offline(True)
    hand.write("Johdanto", "Teemme työtä yhdessä perheiden kanssa.")
    hand.sees("Yhteys on poikki")
    hand.picture("yhteys-poikki")
    hand.page.context.set_offline(False)
    hand.misses("Yhteys on poikki")
    hand.sees("Tallennettu")

    hand.page.context.clear_cookies()
    hand.write("Johdanto", "Teemme työtä perheiden rinnalla.")
    hand.press("Julkaise")
    hand.sees("Olet kirjautunut ulos")
    with hand.page.context.expect_page() as opened:
        hand.press("Kirjaudu uudessa välilehdessä")
    sign_in(Hand(opened.value, hand.url, hand.record), office)
    hand.misses("Olet kirjautunut ulos")
    publish(hand)
    reads(visitor, "/tyoskentelen-perheiden-kanssa/", "Teemme työtä perheiden rinnalla.")


def sign_in(hand: Hand, office) -> None:
    """Fill in the form."""
    hand.write("Käyttäjätunnus", prepare.PUBLISHER[0])
    hand.write("Salasana", office.password)
    hand.press("Kirjaudu sisään")
    hand.sees("Vahvistamatta yli 12 kk")
