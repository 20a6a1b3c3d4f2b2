"""The mail of a release: its lines, its headers, what it fetches and tells."""

import re
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone, translation

from kasper_site.cms.models import SiteSettings
from news.models import ReleaseContact, Subscriber
from news.subscriptions import plain_text, release_mail
from tests import factories
from tests.news.subscriptions.conftest import EMAIL

pytestmark = pytest.mark.django_db
LINK = r"http://127\.0\.0\.1:8000"


@pytest.fixture
def subscriber():
    return Subscriber(pk=7, email=EMAIL, language="fi")


@pytest.fixture
def release():
    factories.make_site()
    page = factories.make_page("news.ReleasePage", factories.place_for("news.ReleasePage"), lead="Lyhyesti.")
    ReleaseContact.objects.create(page=page, person=factories.make_person(), reachable="tänään klo 10–14")
    return page


def sent(release, subscriber, key="mail:1:2:7", **options):
    """The mail as a mail program reads it."""
    message = release_mail.build(release, subscriber, key, **options).message()
    return message_from_bytes(message.as_bytes(), policy=policy.default)


def plain(message) -> str:
    return message.get_body(("plain",)).get_content()


def test_no_line_is_longer_than_mail_programs_leave_alone(release, subscriber):
    release.title = "Hyvinvointialueiden\N{NO-BREAK SPACE}lastensuojelun " * 5
    release.lead = "Pitkä virke, jossa on osoite https://www.example.org/" + "a" * 90 + " keskellä. " * 20
    release.body = [("heading", {"text": "Lastensuojelun asiakasturvallisuus " * 3})]
    lines = plain(sent(release, subscriber)).splitlines()
    assert [line for line in lines if len(line) > plain_text.WIDTH and "http" not in line] == []
    assert re.search(r"^- Lasten.+\n  \w", plain(sent(release, subscriber)), re.MULTILINE)


def test_the_html_fetches_nothing_and_says_the_same(release, subscriber):
    release.title = "Ääni & <kuva>"
    html = sent(release, subscriber).get_body(("html",)).get_content()
    page = BeautifulSoup(html, "html.parser")
    assert page.html["lang"] == "fi"
    assert page.h1.get_text() == "Ääni & <kuva>"
    assert not page.select("img, style, script, link, iframe, object, [style], [src], [background]")
    assert [link["href"].split(":")[0] for link in page.find_all("a")] == ["http", "tel", "mailto", "http"]
    assert "tänään klo 10–14" in page.get_text()


def test_only_the_way_to_leave_is_personal(release, subscriber):
    message = sent(release, subscriber)
    links = [link for part in message.iter_parts() for link in re.findall(r"http[^\s\"<]+", part.get_content())]
    personal = {link for link in links if "7." in link.partition("?")[2]}
    assert all("/tilaa/oma/?avain=" in link for link in personal)
    assert all("?" not in link for link in links if link not in personal)
    assert EMAIL not in "".join(part.get_content() for part in message.iter_parts())


def test_what_mail_programs_read(release, subscriber):
    message = sent(release, subscriber)
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Precedence"] == "list"
    assert message["List-Id"] == "Kasper ry <tiedotteet.127.0.0.1>"
    assert re.fullmatch(rf"<{LINK}/tilaa/lopeta/\?avain=7\.[\w:-]+>", message["List-Unsubscribe"])
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["From"] == "Kasper ry <noreply@localhost>"
    assert message["Reply-To"] == release.contacts.get().person.email
    assert message["To"] == EMAIL
    lines = release_mail.build(release, subscriber, "key").message().as_bytes().splitlines()
    assert max(map(len, lines)) <= 998
    assert [line for line in lines if line.endswith(b": ")] == []


def test_the_same_effect_is_the_same_message_and_tells_nothing_of_itself(release, subscriber):
    ids = [sent(release, subscriber, key)["Message-ID"] for key in ("mail:1:a:7", "mail:1:a:7", "mail:1:a:8")]
    assert ids[0] == ids[1] != ids[2]
    assert re.fullmatch(r"<[0-9a-f]{32}@127\.0\.0\.1>", ids[0])


@pytest.mark.parametrize(
    ("language", "kind", "start"),
    [("fi", "lausunto", "Lausunto: "), ("fi", "tiedote", "Tiedote: "), ("sv", "tiedote", "Meddelande: ")],
)
def test_subject_and_words_are_in_the_subscribers_language(release, subscriber, language, kind, start):
    release.kind, subscriber.language, release.title = kind, language, "Rivi\nBcc: kaikki@example.org"
    with translation.override("en"):
        message = sent(release, subscriber)
    assert message["Subject"] == f"{start}Rivi Bcc: kaikki@example.org"
    assert message["Bcc"] is None
    assert message["Content-Language"] == language
    assert "/sv/tilaa/oma/" in plain(message) or language == "fi"


def test_who_has_left_the_house_is_not_named_and_the_press_contact_answers(release, subscriber):
    person = release.contacts.get().person
    person.until_date = timezone.localdate() - timedelta(days=1)
    person.save()
    assert "Lisätietoja:" not in plain(sent(release, subscriber))
    press = factories.make_person(name="Pressi Vastaava", phone="044 493 4546")
    SiteSettings.objects.update(press_contact=press)
    message = sent(release, subscriber)
    assert "Pressi Vastaava, suunnittelija\n044 493 4546\n" in plain(message)
    assert person.name not in plain(message)
    assert message["Reply-To"] == press.email


def test_until_an_editor_names_a_press_contact_the_executive_director_answers(release, subscriber):
    """One rule for page, PDF and mail: `news.contacts`."""
    person = release.contacts.get().person
    person.until_date = timezone.localdate() - timedelta(days=1)
    person.save()
    factories.make_person(name="Sanna Johtaja", role_fi="toiminnanjohtaja")
    assert "Sanna Johtaja, toiminnanjohtaja\n" in plain(sent(release, subscriber))


def test_the_press_contact_is_named_once_and_only_where_somebody_is_missing(release, subscriber):
    person = release.contacts.get().person
    SiteSettings.objects.update(press_contact=person)
    assert plain(sent(release, subscriber)).count(person.name) == 1
    left = factories.make_person(name="Lähtenyt", until_date=timezone.localdate() - timedelta(days=1))
    ReleaseContact.objects.create(page=release, person=left)
    words = plain(sent(release, subscriber))
    assert (words.count(person.name), words.count("Lähtenyt")) == (1, 0)
