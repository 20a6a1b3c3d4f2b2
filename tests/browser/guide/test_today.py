"""In twenty seconds, from a phone: closing today and changing tomorrow, counted in taps and machine seconds."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.guide import costs, prepare
from tests.browser.guide.prepare import PAGE, POINT
from tests.browser.guide.reading import spaced

pytestmark = pytest.mark.browser

HELSINKI = ZoneInfo("Europe/Helsinki")
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
MOST_SECONDS = 20
TAPS_TO_CLOSE, TAPS_TO_CHANGE = 2, 5
USUAL = "klo 9–15"

TOO_SMALL = """() => [...document.querySelectorAll(":is(.today__card, .today__choose) :is(a, button, [type=date])")]
  .filter(node => node.getBoundingClientRect().height < 44).map(node => node.innerText)"""
TOO_WIDE = "() => document.documentElement.scrollWidth > innerWidth"


@pytest.fixture
def phone(open_tikkurila, stranger, signed_in):
    """The hand of an editor on a phone, on the admin's front page."""
    hand = stranger(storage_state=signed_in(prepare.PUBLISHER[0]), **PHONE)
    hand.go("/hallinta/")
    return hand


def day_reads(visitor, days_ahead: int, words: str) -> None:
    """A visitor's next request shows the words beside the day."""
    day = datetime.now(HELSINKI) + timedelta(days=days_ahead)
    visitor.goto(PAGE)
    date = visitor.locator("dt", has_text=re.compile(rf"\s{day.day}\.{day.month}\.$"))
    expect(date.locator("xpath=following-sibling::dd[1]")).to_have_text(spaced(words))


def test_close_today_and_change_tomorrow_from_a_phone(phone, visitor):
    day_reads(visitor, 0, USUAL)
    phone.press("Aukioloajat")
    phone.press("Suljettu tänään", within=POINT)
    phone.sees("Kävijät näkevät tämän heti")
    phone.record.note("Sulje tänään puhelimella")
    assert phone.record.taps <= TAPS_TO_CLOSE
    day_reads(visitor, 0, "Suljettu")
    assert not phone.page.evaluate(TOO_WIDE)
    assert phone.page.evaluate(TOO_SMALL) == []
    phone.press(f"Kumoa: {POINT}, tänään")
    phone.sees("Kävijät näkevät tämän heti")
    day_reads(visitor, 0, USUAL)

    phone.go("/hallinta/")
    before = phone.record.taps
    phone.press("Aukioloajat")
    phone.press(f"Muuta aikoja: {POINT}, huomenna")
    phone.page.get_by_label("Avautuu").first.wait_for()
    assert not phone.page.evaluate(TOO_WIDE)
    phone.write("Avautuu", "10")
    phone.write("Sulkeutuu", "13.30")
    phone.press("Tallenna")
    phone.sees("Kävijät näkevät tämän heti")
    assert phone.record.taps - before <= TAPS_TO_CHANGE
    day_reads(visitor, 1, "klo 10–13.30")
    phone.press(f"Kumoa: {POINT}, huomenna")
    phone.sees("Kävijät näkevät tämän heti")
    day_reads(visitor, 1, USUAL)
    phone.record.note("Sulje tänään, muuta huomista, kumoa kumpikin")
    costs.keep("Puhelimella", phone.record)
    assert phone.record.notes["Sulje tänään puhelimella"][2] < MOST_SECONDS
    assert phone.record.seconds < 2 * MOST_SECONDS
