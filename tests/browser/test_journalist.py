"""A journalist with ten minutes: each task in three taps from the front page, on a small phone and on a wide screen."""

import email
import re
import time
import urllib.request
from email import policy
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.hand import Hand, Record

pytestmark = pytest.mark.browser

SCREENS = {"phone": (320, 640), "wide": (1280, 800)}
MOST_TAPS = 3
PRINTED_FROM = 1200  # pixels: ten centimetres at 300 an inch
LETTER_WITHIN = 60  # seconds; the scheduler sends the letters that are due every five
PRESS_ROOM = "Medialle"
PDF = "Tiedote PDF-tiedostona"
SUBSCRIBE = "Tilaa tiedotteet sähköpostiisi"
ATOM = "{http://www.w3.org/2005/Atom}"
NEWEST = "section[aria-labelledby=tiedotteet] li:first-child a"


@pytest.fixture(params=SCREENS, ids=str)
def hand(request, page, served) -> Hand:
    """A journalist's, on the front page."""
    width, height = SCREENS[request.param]
    page.set_viewport_size({"width": width, "height": height})
    made = Hand(page, served.url, Record())
    made.go("/")
    return made


@pytest.fixture
def newest(served) -> str:
    """The headline of the newest release, as the feed knows it."""
    with urllib.request.urlopen(f"{served.url}/ajankohtaista/syote.xml", timeout=30) as answer:
        entries = ElementTree.fromstring(answer.read()).iter(f"{ATOM}entry")
    kinds = {"mediatiedote", "tiedote", "lausunto"}
    return next(
        entry.findtext(f"{ATOM}title")
        for entry in entries
        if kinds & {category.get("term") for category in entry.iter(f"{ATOM}category")}
    )


def open_newest(hand: Hand, newest: str) -> None:
    """From the front page over the press room."""
    hand.press(PRESS_ROOM)
    expect(hand.page.locator(NEWEST)).to_have_text(newest)
    hand.press(newest)
    expect(hand.page.locator("h1")).to_have_text(newest)


def is_on_screen(page: Page, box: dict) -> bool:
    return box["y"] >= 0 and box["y"] + box["height"] <= page.viewport_size["height"]


def test_the_newest_release(hand, newest):
    open_newest(hand, newest)
    assert hand.record.taps <= MOST_TAPS


def test_the_number_of_its_contact(hand, newest):
    open_newest(hand, newest)
    number = hand.page.locator(".release-contacts a[href^='tel:']").first
    if not is_on_screen(hand.page, number.bounding_box()):
        hand.press("Keneltä voi kysyä")
    expect(number).to_be_in_viewport(ratio=1)
    assert hand.record.taps <= MOST_TAPS


def test_the_way_to_the_contacts_is_the_first_thing_of_a_release(hand, newest):
    open_newest(hand, newest)
    start = hand.page.locator("main").bounding_box()["y"]
    way = hand.page.locator(".release-ask a").bounding_box()
    assert way["y"] - start < 140
    assert way["y"] < hand.page.locator("h1").bounding_box()["y"]


def test_the_release_as_pdf(hand, newest):
    open_newest(hand, newest)
    wait_for_link(hand.page, PDF)
    with hand.page.expect_response("**/tiedote.pdf") as answer:  # some browsers show it, some keep it
        hand.press(PDF)
    assert hand.page.request.get(answer.value.url).body().startswith(b"%PDF")
    assert hand.record.taps <= MOST_TAPS


def wait_for_link(page: Page, name: str) -> None:
    """A release that another test has just published has no PDF yet."""
    limit = time.monotonic() + LETTER_WITHIN
    while not page.get_by_role("link", name=name).count() and time.monotonic() < limit:
        page.wait_for_timeout(1000)
        page.reload()


def test_a_picture_for_print(hand):
    hand.press(PRESS_ROOM)
    with hand.page.expect_download() as saved:
        hand.press("Lataa painokelpoinen kuva", place=0)
    with Image.open(saved.value.path()) as picture:
        assert max(picture.size) >= PRINTED_FROM
    assert hand.record.taps <= MOST_TAPS


def test_a_subscription(hand, served):
    address = f"toimittaja-{hand.page.viewport_size['width']}@example.org"
    hand.press(SUBSCRIBE)
    hand.page.wait_for_timeout(2100)  # who writes faster is asked once more
    hand.write("Sähköpostiosoitteesi", address)
    hand.press("Tilaa")
    hand.sees("Katso sähköpostisi")
    assert hand.record.taps <= MOST_TAPS

    hand.page.goto(link_in_letter(served.var_dir / "mail", address))
    hand.press("Vahvista")
    hand.sees("Tilauksesi on alkanut")


def link_in_letter(folder: Path, address: str) -> str:
    """The link that confirms, from the letter in the mail folder."""
    limit = time.monotonic() + LETTER_WITHIN
    while time.monotonic() < limit:
        for file in folder.glob("*.log"):
            letter = email.message_from_bytes(file.read_bytes(), policy=policy.default)
            if letter["To"] == address and (found := re.search(r"https?://\S+", letter.get_content())):
                return found[0]
        time.sleep(0.5)
    pytest.fail("No letter came")


# --- The press room ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("front", ["/", "/sv/", "/en/"])
@pytest.mark.parametrize("screen", SCREENS)
def test_one_tap_on_any_page_s_footer_shows_whom_to_call(page, served, front, screen):
    """Without scrolling, whatever the help bar above it says at that hour."""
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(served.url + front)
    page.locator("footer").get_by_role("link", name=re.compile("Medialle|medier|press", re.IGNORECASE)).click()
    expect(page.locator("h1")).to_be_in_viewport(ratio=1)
    expect(page.locator(".press-contact a[href^='tel:']")).to_be_in_viewport(ratio=1)
