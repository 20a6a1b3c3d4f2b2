"""Feedback on accessibility: what a visitor sends, what is kept, what comes back."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from django.utils import timezone

from kasper_site.accessibility import inbox
from kasper_site.accessibility.models import AccessibilityFeedback
from kasper_site.cms.models import SiteSettings
from kasper_site.cms.public_forms import stamp
from kasper_site.directory.models import Person
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ADDRESS = "/palaute/saavutettavuus/"
THANKS = f"{ADDRESS}kiitos/"
OURS = {"Sec-Fetch-Site": "same-origin"}
MESSAGE = "Sulkemisnappi ei toimi näppäimistöllä."


@pytest.fixture(autouse=True)
def home():
    return factories.make_site()


@pytest.fixture
def client():
    """A browser without cookies, on a site that asks for CSRF tokens wherever it can."""
    return Client(enforce_csrf_checks=True)


def stamped(form_name: str = "accessibility-feedback", **age) -> str:
    return stamp.give(form_name, timezone.now() - timedelta(**(age or {"minutes": 1})))


def send(client, headers=OURS, address=ADDRESS, **values):
    return client.post(address, {"message": MESSAGE, "leima": stamped(), **values}, headers=headers)


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def assert_comes_back(response, status: int, message: str = MESSAGE) -> BeautifulSoup:
    """The form again, with what was written and a stamp that may be sent; nothing is kept."""
    page = soup(response)
    assert response.status_code == status
    assert page.find("textarea", {"name": "message"}).get_text().lstrip("\n") == message
    assert page.select_one(".form-errors")
    assert stamp.judge(page.find("input", {"name": "leima"})["value"], "accessibility-feedback").is_usable
    assert response["Cache-Control"] == "no-store"
    assert not AccessibilityFeedback.objects.exists()
    return page


# --- What is taken ----------------------------------------------------------------------------------------------------
def test_a_message_without_a_name_is_taken_and_thanked_for(client):
    response = send(client)
    assert (response.status_code, response.url) == (302, THANKS)
    feedback = AccessibilityFeedback.objects.get()
    assert (feedback.message, feedback.page, feedback.name, feedback.email) == (MESSAGE, "", "", "")
    assert feedback.is_open
    assert not response.cookies


def test_the_form_that_was_shown_can_be_sent_as_it_is(client, monkeypatch):
    page = soup(client.get(ADDRESS))
    values = {tag["name"]: tag.get("value", "") for tag in page.main.select("input[name]")}
    later = timezone.now() + timedelta(seconds=3)
    monkeypatch.setattr(stamp.timezone, "now", lambda: later)
    response = client.post(page.main.form["action"], {**values, "message": MESSAGE}, headers=OURS)
    assert response.url == THANKS


@pytest.mark.parametrize("language", ["sv", "en"])
def test_other_languages_have_it_too(client, language):
    response = send(client, address=f"/{language}{ADDRESS}")
    assert response.url == f"/{language}{THANKS}"
    assert soup(client.get(response.url)).html["lang"] == language


def test_all_that_was_told_is_kept_and_nothing_else(client):
    send(client, page="/tukea/", name="Maija", email="maija@example.org")
    row = AccessibilityFeedback.objects.values().get()
    told = {name: value for name, value in row.items() if name not in ("id", "received_at")}
    assert told == {
        "message": MESSAGE,
        "page": "/tukea/",
        "name": "Maija",
        "email": "maija@example.org",
        "answered_at": None,
        "answered_by_id": None,
        "told_at": None,
        "reminded_at": None,
    }


def test_a_second_tap_on_the_button_makes_no_second_message(client):
    assert send(client).url == send(client).url == THANKS
    assert AccessibilityFeedback.objects.count() == 1


def test_what_is_typed_with_odd_characters_is_taken(client):
    send(client, message="A\x00B\r\nC \U0001f33c", name="Maija\r\nBcc: kaikki@example.org")
    feedback = AccessibilityFeedback.objects.get()
    assert (feedback.message, feedback.name) == ("AB\nC \U0001f33c", "Maija Bcc: kaikki@example.org")
    assert mail.outbox == []


# --- What comes back --------------------------------------------------------------------------------------------------
def test_errors_stand_on_top_and_at_their_field(client):
    response = send(client, message="", email="maija", name="Maija Meikäläinen")
    page = assert_comes_back(response, 422, message="")
    assert page.find("input", {"name": "email"})["value"] == "maija"
    assert page.find("input", {"name": "name"})["value"] == "Maija Meikäläinen"
    for link in page.select(".form-errors a"):
        field = page.find(id=link["href"].removeprefix("#"))
        assert field["aria-invalid"] == "true"
        described = [page.find(id=name).get_text() for name in field["aria-describedby"].split()]
        assert link.get_text() in described
    assert [link.get_text() for link in page.select(".form-errors a")] == [
        "Kirjoita, mikä ei toimi. Yksi lause riittää.",
        "Tarkista sähköpostiosoite. Se näyttää tältä: maija@esimerkki.fi",
    ]
    assert page.title.string.startswith("Ei vielä lähetetty: ")
    assert not response.cookies


def test_a_long_message_comes_back_whole(client):
    message = "pitkä " * 20_000
    page = assert_comes_back(send(client, message=message.strip()), 422, message.strip())
    assert "Teksti on liian pitkä: 119999 merkkiä. Tilaa on 5000 merkille." in page.get_text()


def test_a_body_without_end_is_not_read(client):
    response = send(client, message="x" * 300_000)
    assert response.status_code == 413
    assert "Se on aivan liian pitkä." in soup(response).get_text()
    assert not AccessibilityFeedback.objects.exists()


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"hours": 24, "seconds": 5}, "Lomake piti avata uudelleen."),
        ({"seconds": 0}, "Viesti lähti heti, kun sivu aukesi."),
    ],
)
def test_a_form_that_is_too_old_or_too_quick_comes_back_with_all_that_was_written(client, sent, words):
    response = send(client, leima=stamped(**sent))
    assert words in assert_comes_back(response, 422).select_one(".form-errors").get_text()


@pytest.mark.parametrize("forged", ["", "accessibility-feedback 1795262400:abc", None])
def test_a_form_without_its_own_stamp_comes_back_and_tells_no_time_that_nobody_knows(client, forged):
    page = assert_comes_back(send(client, leima=stamped("tilaus") if forged is None else forged), 422)
    words = page.select_one(".form-errors").get_text()
    assert "Lomake piti avata uudelleen. Kaikki kirjoittamasi on tallella." in words
    assert "vuorokau" not in words


def test_a_quick_form_keeps_its_stamp_so_that_it_can_be_sent_in_a_moment(client):
    quick = stamped(seconds=0)
    page = soup(send(client, leima=quick))
    assert page.find("input", {"name": "leima"})["value"] == quick


def test_a_machine_that_fills_in_everything_is_told_and_the_trap_is_empty_again(client):
    page = assert_comes_back(send(client, verkkosivusi="https://paha.example"), 422)
    trap = page.find("input", {"name": "verkkosivusi"})
    assert not trap.get("value")
    assert trap.find_parent(hidden=True)


def test_more_than_people_write_in_an_hour_is_not_taken(client, monkeypatch):
    monkeypatch.setattr(inbox, "MOST_AN_HOUR", 2)
    old = timezone.now() - timedelta(hours=1, minutes=1)
    for number in range(3):
        AccessibilityFeedback.objects.create(message=str(number), received_at=old)
    assert send(client, message="yksi").url == send(client, message="kaksi").url == THANKS
    response = send(client)
    assert response.status_code == 429
    assert response["Retry-After"] == "3600"
    assert soup(response).find("textarea").get_text().strip() == MESSAGE
    assert AccessibilityFeedback.objects.count() == 5


def other_ways(client) -> tuple[str, list[str]]:
    """The words and the links of the error where no message is taken."""
    error = soup(send(client)).select_one(".form-errors-list li")
    return " ".join(error.get_text().split()), [link["href"] for link in error.select("a")]


def test_who_cannot_write_now_is_told_whom_to_call(client, monkeypatch):
    monkeypatch.setattr(inbox, "MOST_AN_HOUR", 0)
    alone = (
        "Viestejä tuli juuri nyt hyvin paljon. Kaikki kirjoittamasi on tallella. Lähetä se tunnin kuluttua uudelleen."
    )
    assert other_ways(client) == (alone, [])
    SiteSettings.objects.update(feedback_contact=factories.make_person(phone="044 493 4546", email="a&b@example.org"))
    links = ["tel:+358444934546", "mailto:a&b@example.org"]
    assert other_ways(client) == (f"{alone} Tavoitat meidät myös näin: 044 493 4546, a&b@example.org", links)
    Person.objects.update(until_date=timezone.localdate() - timedelta(days=1))
    assert other_ways(client) == (alone, [])


# --- What is refused --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://paha.example"},
        {"Origin": "null"},
        {"Referer": "https://paha.example/"},
        {},
    ],
)
def test_a_form_from_elsewhere_is_refused(client, headers):
    response = send(client, headers=headers)
    assert response.status_code == 403
    assert "Viestiä ei lähetetty" in soup(response).h1.get_text()
    assert not AccessibilityFeedback.objects.exists()
    assert not response.cookies


@pytest.mark.parametrize("headers", [{"Origin": "http://testserver"}, {"Referer": "http://testserver/tukea/"}])
def test_a_browser_without_fetch_headers_is_understood(client, headers):
    assert send(client, headers=headers).url == THANKS


def test_other_ways_to_ask_are_not_answered(client):
    assert client.put(ADDRESS).status_code == 405
    assert client.post(THANKS).status_code in (403, 405)


# --- The page ---------------------------------------------------------------------------------------------------------
def test_the_form_is_nobodys_but_the_visitors(client):
    response = client.get(ADDRESS)
    assert response["Cache-Control"] == "private, no-cache"
    assert "cookie" not in response.get("Vary", "").lower()
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()


def test_the_thanks_are_the_same_for_everybody(client):
    response = client.get(THANKS)
    assert "public" in response["Cache-Control"]
    assert not response.cookies


@pytest.mark.parametrize(
    ("query", "referer", "page"),
    [
        ("?sivu=/tukea/", "", "/tukea/"),
        ("", "http://testserver/toiminta/?a=b", "/toiminta/"),
        ("?sivu=/tukea/", "http://testserver/toiminta/", "/tukea/"),
        ("", "https://muualla.example/salainen/", ""),
        ("", f"http://testserver{ADDRESS}", ""),
        ("?sivu=https://paha.example/", "", ""),
        ("?sivu=//paha.example/", "", ""),
        ("?sivu=/" + "a" * 400, "", ""),
        ("?sivu=/a%00b", "", "/ab"),
        ("?sivu=%22%3E%3Cscript%3E", "", ""),
    ],
)
def test_the_page_in_question_is_filled_in(client, query, referer, page):
    response = client.get(f"{ADDRESS}{query}", headers={"Referer": referer} if referer else {})
    assert soup(response).find("input", {"name": "page"}).get("value", "") == page


def test_it_says_what_is_kept_and_for_how_long(client):
    text = " ".join(soup(client.get(ADDRESS)).main.get_text().split())
    assert "Voit kirjoittaa nimettömästi." in text
    assert "Emme liitä viestiin IP-osoitettasi" in text
    assert "Poistamme viestin vuoden kuluttua" in text


@pytest.mark.parametrize("values", [{"email": "a" * 250 + "@b.example"}, {"message": "\u200b\u202e\u2066"}])
def test_an_address_too_long_for_the_database_and_unseen_letters_are_told(client, values):
    response = send(client, **values)
    assert response.status_code == 422
    assert not AccessibilityFeedback.objects.exists()
