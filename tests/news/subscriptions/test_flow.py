"""From the form to the first release and away again; what comes back, what is the same for everybody."""

import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.utils import timezone

from news.models import Subscriber
from news.subscriptions import keeping, links
from tests import factories
from tests.news.subscriptions.conftest import EMAIL, OURS, letter_links, links_in, make_subscriber, publish, send

pytestmark = [pytest.mark.django_db, pytest.mark.database]
FORM, SENT = "/tilaa/", "/tilaa/posti/"


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def own(subscriber, page: str = "oma") -> str:
    """The address of a subscriber's own page."""
    return f"/tilaa/{page}/?avain={links.key('own', subscriber)}"


# --- The whole way ----------------------------------------------------------------------------------------------------
def test_from_the_form_to_a_release_and_away(client, newsroom, topics):
    from kasper_site.delivery.outbox import draining

    response = send(client, email="Maija@Example.org", is_press="on", topics=[topics[0].pk])
    assert (response.status_code, response.url) == (302, SENT)
    (link,) = letter_links()
    message = mail.outbox[0]
    assert (message.to, message.subject) == (["Maija@example.org"], "Kasper ry: vahvista tilauksesi")
    assert max(len(line) for line in message.body.splitlines() if "http" not in line) <= 72
    assert message.alternatives == []

    assert "Vahvista" in soup(client.get(link)).main.form.button.get_text()
    assert not Subscriber.objects.receiving().exists()  # opening the link, as scanners do, confirms nothing
    response = client.post(link, headers=OURS)
    assert response.url == "/tilaa/vahvistettu/"
    assert client.get(response.url).status_code == 200

    mail.outbox.clear()
    publish(newsroom, topics[:1], title="Uusi ryhmä alkaa")
    draining.drain()
    assert [sent.subject for sent in mail.outbox] == ["Tiedote: Uusi ryhmä alkaa"]
    page, leave = links_in(mail.outbox[0].body)
    assert client.get(page).status_code == 200
    leave = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>")
    assert client.post(links_in(leave)[0]).status_code == 200
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_language_has_its_own_pages_and_letters(client, newsroom, language):
    response = send(client, f"/{language}/tilaa/", email=EMAIL)
    assert response.url == f"/{language}/tilaa/posti/"
    assert Subscriber.objects.get().language == language
    (link,) = letter_links()
    assert link.startswith(f"/{language}/tilaa/vahvista/")
    assert soup(client.get(link)).html["lang"] == language


# --- The form ---------------------------------------------------------------------------------------------------------
def test_the_form_answers_the_same_for_known_and_unknown_addresses(client, newsroom, subscriber):
    Subscriber.objects.update(asked_at=timezone.now() - timedelta(days=1))
    known = send(client, email=EMAIL.upper(), is_press="on")
    unknown = send(client, email="toinen@example.org", is_press="on")
    again = send(client, email="toinen@example.org")
    for response in (known, unknown, again):
        assert (response.status_code, response.url, response.content) == (302, SENT, b"")
        assert dict(response.headers) == dict(unknown.headers)
        assert not response.cookies
    subscriber.refresh_from_db()
    assert not subscriber.is_press  # who only knows the address changes nothing
    first, second = letter_links()
    assert [message.to for message in mail.outbox] == [[EMAIL], ["toinen@example.org"]]
    assert first.startswith("/tilaa/oma/")
    assert second.startswith("/tilaa/vahvista/")


def test_nobody_gets_a_second_letter_within_the_hour(client, newsroom):
    send(client, email=EMAIL)
    assert len(letter_links()) == 1
    send(client, email=EMAIL, is_press="on")
    assert letter_links() == []
    assert Subscriber.objects.get().is_press  # the wishes of whoever confirms are the last ones
    Subscriber.objects.update(asked_at=timezone.now() - timedelta(hours=1))
    send(client, email=EMAIL)
    assert len(letter_links()) == 1


def test_more_than_people_send_in_an_hour_is_not_taken(client, newsroom, monkeypatch):
    monkeypatch.setattr(keeping, "MOST_AN_HOUR", 1)
    assert send(client, email=EMAIL).url == SENT
    for email in (EMAIL, "toinen@example.org"):
        response = send(client, email=email)
        assert (response.status_code, response["Retry-After"]) == (429, "3600")
        assert soup(response).find("input", {"name": "email"})["value"] == email
    assert Subscriber.objects.count() == 1


HOSTILE = {
    "": "Kirjoita sähköpostiosoite",
    "maija": "Tarkista sähköpostiosoite",
    "maija@example.org\r\nBcc: kaikki@example.org": "Tarkista sähköpostiosoite",
    "maija@example.org%0ABcc:kaikki@example.org": "Tarkista sähköpostiosoite",
    "maija@example.org, toinen@example.org": "Tarkista sähköpostiosoite",
    "Maija <maija@example.org>": "Tarkista sähköpostiosoite",
    "mäija@example.org": "Tarkista sähköpostiosoite",
    "a" * 300 + "@example.org": "liian pitkä",
    "a" * 64 + "@" + ".".join(["ä" * 40] * 4) + ".fi": "Tarkista sähköpostiosoite",
    "<script>@example.org": "Tarkista sähköpostiosoite",
}


@pytest.mark.parametrize("email", HOSTILE)
def test_what_is_no_address_comes_back_with_all_that_was_chosen(client, newsroom, topics, email):
    response = send(client, email=email, is_press="on", topics=[topics[1].pk])
    page = soup(response)
    assert response.status_code == 422
    assert HOSTILE[email] in page.select_one(".form-errors").get_text()
    assert page.find("input", {"name": "email"}).get("value", "") == email
    assert page.find("input", {"name": "is_press"}).has_attr("checked")
    assert [box["value"] for box in page.find_all("input", {"name": "topics", "checked": True})] == [str(topics[1].pk)]
    assert response["Cache-Control"] == "private, no-store"
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" maija@example.org\x00 ", "maija@example.org"),
        ("maija@ÄITI.example", "maija@xn--iti-pla.example"),
        ("maija+tiedotteet@example.org", "maija+tiedotteet@example.org"),
    ],
)
def test_an_address_is_kept_as_the_net_knows_it(client, newsroom, typed, kept):
    send(client, email=typed)
    assert Subscriber.objects.get().email == kept
    assert len(letter_links()) == 1
    assert mail.outbox[0].message()["To"] == kept


@pytest.mark.parametrize("topic", ["0", "x", "99999999999999999999", "\x00"])
def test_a_topic_that_is_none_is_told(client, newsroom, topics, topic):
    response = send(client, email=EMAIL, topics=[topic])
    assert response.status_code == 422
    assert "Yksi aiheista on poistunut" in soup(response).select_one(".form-errors").get_text()


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://paha.example"}, {}])
def test_a_form_from_elsewhere_is_refused(client, newsroom, subscriber, headers):
    key = links.key("confirm", subscriber)
    for address in (FORM, own(subscriber), f"/tilaa/vahvista/?avain={key}"):
        assert send(client, address, headers=headers, email="x@example.org").status_code == 403
    assert Subscriber.objects.count() == 1


def test_what_each_field_is_called_is_said(client, newsroom, topics):
    page = soup(client.get(FORM))
    assert page.select_one("fieldset legend").get_text(strip=True) == "Aiheet"
    for box in page.select("main input[type=checkbox]"):
        assert box.find_parent("label").get_text(strip=True)
    described = page.fieldset["aria-describedby"]
    assert page.find(id=described).get_text() == "Jos et valitse mitään, saat kaikki tiedotteet."
    assert "Kun lopetat, poistamme ne heti." in page.main.get_text()


# --- The links of mails -----------------------------------------------------------------------------------------------
def altered(key: str) -> list[str]:
    """The key cut, changed, of another subscriber, with another's signature."""
    start, _colon, end = key.partition(".")
    return [
        "",
        "x",
        key[:-1],
        f"{key}x",
        f"{int(start) + 1}.{end}",
        key.upper(),
        "\x00",
        "ä" * 3000,
        key.replace(":", ""),
    ]


def test_an_altered_link_opens_nothing(client, newsroom, subscriber):
    for page, purpose in (("oma", "own"), ("lopeta", "own"), ("vahvista", "confirm"), ("oma", "confirm")):
        keys = altered(links.key(purpose, subscriber))
        keys += [links.key("confirm" if page != "vahvista" else "own", subscriber)]  # one is not good for the other
        for key in keys:
            for answer in (client.get, client.post):
                response = answer(f"/tilaa/{page}/", query_params={"avain": key}, headers=OURS)
                assert response.status_code == 404, (page, key)
                assert EMAIL not in response.content.decode()
    assert Subscriber.objects.receiving().exists()


def test_a_link_that_confirms_is_good_for_seven_days(client, newsroom, time_machine):
    send(client, email=EMAIL)
    (link,) = letter_links()
    time_machine.move_to(timezone.now() + timedelta(days=7, seconds=10))
    assert client.post(link, headers=OURS).status_code == 404
    assert not Subscriber.objects.receiving().exists()
    assert keeping.delete_unconfirmed() == 1
    assert client.get(link).status_code == 404


def test_whoever_does_not_confirm_is_deleted_after_seven_days_and_nobody_else(newsroom, subscriber):
    keeping.ask("toinen@example.org", "fi", False, [])
    now = timezone.now()
    assert keeping.delete_unconfirmed(now + timedelta(days=6, hours=23)) == 0
    assert keeping.delete_unconfirmed(now + timedelta(days=7, minutes=1)) == 1
    assert Subscriber.objects.get() == subscriber


def test_a_link_dies_with_its_subscriber(client, newsroom, subscriber):
    page, leave = own(subscriber), own(subscriber, "lopeta")
    keeping.leave(subscriber)
    make_subscriber()
    for response in (client.get(page), client.post(leave)):
        assert "Tilauksesi on päättynyt" in soup(response).h1.get_text()
    assert Subscriber.objects.receiving().count() == 1


# --- One's own page ---------------------------------------------------------------------------------------------------
def test_wishes_are_changed(client, newsroom, topics, subscriber):
    response = send(client, own(subscriber), "subscription-wishes", is_press="on", topics=[topics[1].pk])
    page = soup(client.get(response.url))
    assert "Muutokset on tallennettu." in page.find(role="status").get_text()
    assert [box["value"] for box in page.find_all("input", {"name": "topics", "checked": True})] == [str(topics[1].pk)]
    subscriber.refresh_from_db()
    assert (subscriber.is_press, subscriber.has_all_topics) == (True, False)
    send(client, response.url, "subscription-wishes")
    subscriber.refresh_from_db()
    assert (subscriber.is_press, subscriber.has_all_topics, subscriber.topics.count()) == (False, True, 0)


def test_ones_data_is_a_file(client, newsroom, topics):
    subscriber = make_subscriber(topics=topics[:1])
    response = client.get(f"/tilaa/oma/tiedot.json?avain={links.key('own', subscriber)}")
    assert response["Content-Disposition"] == 'attachment; filename="kasper-tilaus.json"'
    data = json.loads(response.content)
    assert (data["Sähköpostiosoite"], data["Aiheet"], data["Toimittaja"]) == (EMAIL, ["Vertaistuki"], False)
    assert response["Cache-Control"] == "private, no-store"


def test_one_press_of_a_mail_program_leaves_without_a_token_or_a_redirect(client, newsroom, subscriber):
    address = own(subscriber, "lopeta")
    page = soup(client.get(address))
    assert page.main.form.button
    assert Subscriber.objects.exists()
    for _time in range(2):  # the second press comes to the same
        response = client.post(address, {"List-Unsubscribe": "One-Click"})
        assert response.status_code == 200
        assert not response.cookies
    assert not Subscriber.objects.exists()


def test_the_button_of_ones_own_page_leaves(client, newsroom, subscriber):
    forms = soup(client.get(own(subscriber))).main.find_all("form")
    assert client.post(forms[-1]["action"], headers=OURS).status_code == 200
    assert not Subscriber.objects.exists()


# --- What holds for all of them ---------------------------------------------------------------------------------------
def test_no_page_is_kept_or_found_or_sets_a_cookie(client, newsroom, subscriber):
    pages = [FORM, SENT, "/tilaa/vahvistettu/", own(subscriber), own(subscriber, "lopeta"), "/tilaa/oma/"]
    pages.append(f"/tilaa/vahvista/?avain={links.key('confirm', subscriber)}")
    for address in pages:
        response = client.get(address)
        assert response["Cache-Control"] == "private, no-store", address
        assert response["X-Robots-Tag"] == "noindex", address
        assert response["Referrer-Policy"] == "same-origin", address
        assert soup(response).find("meta", {"name": "robots"})["content"] == "noindex", address
        assert not response.cookies, address
        assert "cookie" not in response.get("Vary", "").lower(), address


def test_the_other_languages_are_one_press_away_with_the_key(client, newsroom, subscriber):
    page = soup(client.get(own(subscriber)))
    (swedish, _english) = page.select(".site-footer a[hreflang]")
    assert swedish["href"] == f"/sv{own(subscriber)}"
    assert soup(client.get(swedish["href"])).html["lang"] == "sv"


def test_lists_and_releases_lead_to_the_form(client, newsroom):
    release = publish(newsroom)
    for address in (newsroom.url, release.url):
        assert soup(client.get(address)).main.find("a", href=FORM), address


@pytest.mark.django_db
def test_the_form_tells_what_it_is_and_where(client):
    factories.make_site()
    head = client.get("/tilaa/").content.decode().split("</head>")[0]
    assert 'rel="canonical" href="http' in head
    assert 'name="description" content="Saat' in head
