"""Subscribers, a newsroom, and a look into the mail."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from kasper_site.cms.public_forms import stamp
from news import publications
from news.models import Subscriber, Topic
from news.subscriptions import keeping, letters
from tests import factories

OURS = {"Sec-Fetch-Site": "same-origin"}
EMAIL = "maija@example.org"


@pytest.fixture
def newsroom():
    factories.make_site()
    return factories.place_for("news.ReleasePage")


@pytest.fixture
def client():
    """A browser without cookies, on a site that asks for CSRF tokens wherever it can."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def topics():
    """Two topics."""
    return [Topic.objects.create(name_fi=name, slug=name.lower()) for name in ("Vertaistuki", "Vanhemmuus")]


@pytest.fixture
def subscriber():
    return make_subscriber()


def make_subscriber(email: str = EMAIL, topics=(), language: str = "fi", is_press: bool = False) -> Subscriber:
    """Somebody who has confirmed; the letter that asked them is out of the way."""
    keeping.ask(email, language, is_press, topics)
    Subscriber.objects.update(letter_due_at=None)
    keeping.confirm(Subscriber.objects.with_address(email).get())
    return Subscriber.objects.with_address(email).get()


def send(client, address: str = "/tilaa/", form_name: str = "subscription", headers=OURS, **values):
    """Send a form as a browser does that has had it open for a minute."""
    given = stamp.give(form_name, timezone.now() - timedelta(minutes=1))
    return client.post(address, {"leima": given, **values}, headers=headers)


def letter_links() -> list[str]:
    """Send the letters that wait; the addresses in them, below the site's."""
    mail.outbox.clear()
    letters.send_due()
    return [link for message in mail.outbox for link in links_in(message.body)]


def links_in(text: str) -> list[str]:
    return [re.sub(r"^https?://[^/]+", "", link) for link in re.findall(r"https?://\S+", text)]


def publish(newsroom, topics=(), **fields):
    """A release that has just become visible, recorded with its effects."""
    release = factories.make_page("news.ReleasePage", newsroom, **fields)
    release.topics.set(topics)
    release.save_revision().publish()
    publications.record_new()
    release.refresh_from_db()
    return release
