"""Each kind of feed as a feed reader's library takes it: the whole site's, a project's, a topic's, of each language."""

from datetime import UTC, datetime

import feedparser
import pytest
from django.conf import settings
from django.test import Client
from wagtail.models import Locale

from news.models import Topic
from tests import factories

pytestmark = pytest.mark.django_db

MOMENT = datetime(2023, 8, 2, 6, tzinfo=UTC)
LATER = datetime(2023, 8, 5, 6, tzinfo=UTC)
BODY = [("paragraph", {"text": '<p>Tukiluuri vastaa, katso <a href="/tukea/">Apua ja tukea</a>.</p>'})]


@pytest.fixture
def site():
    """A release of a topic and a project, changed later, in Finnish; a translation of it in Swedish and English."""
    home = factories.make_site()
    newsroom = factories.make_page("news.NewsIndexPage", home, title="Ajankohtaista", slug="ajankohtaista")
    project = factories.make_page("projects.ProjectPage", factories.place_for("projects.ProjectPage"), title="Hanke")
    factories.make_page("news.ProjectNewsIndexPage", project, title="Hankkeen asiat", slug="asiat")
    release = add(newsroom, "Uusi palvelu", related_project=project)
    release.topics.set([Topic.objects.create(slug="vertaistuki", name_fi="Vertaistuki")])
    release.save()
    for language in ("sv", "en"):
        front = translate(home, language, home.get_parent(), slug=language)
        there = translate(newsroom, language, front, slug="ajankohtaista")
        add(there, f"Uusi palvelu ({language})", locale=there.locale, translation_key=release.translation_key)
    return project


def translate(page, code, parent, **fields):
    """The page in another language, below `parent`."""
    values = {"locale": Locale.objects.get(language_code=code), "translation_key": page.translation_key}
    return factories.make_page(page._meta.label, parent, **values, **fields)


def add(newsroom, title, **fields):
    values = {"public_at": MOMENT, "last_published_at": LATER, "lead": "Lyhyesti.", "body": BODY}
    return factories.make_page("news.ReleasePage", newsroom, title=title, **values, **fields)


def read(address):
    """The feed as a reader's program has it; not a word of complaint."""
    response = Client().get(address)
    assert response.status_code == 200
    found = feedparser.parse(response.content, response_headers={"content-type": response["Content-Type"]})
    assert not found.bozo, found.bozo_exception
    assert found.version == "atom10"
    return found


@pytest.mark.parametrize(
    ("kind", "language", "title"),
    [
        ("/ajankohtaista/", "fi", "Uusi palvelu"),
        ("/ajankohtaista/aihe/vertaistuki/", "fi", "Uusi palvelu"),
        ("project", "fi", "Uusi palvelu"),
        ("/sv/ajankohtaista/", "sv", "Uusi palvelu (sv)"),
        ("/en/ajankohtaista/", "en", "Uusi palvelu (en)"),
    ],
)
def test_a_reader_understands_every_kind_of_feed(site, kind, language, title):
    address = f"{site.url}asiat/" if kind == "project" else kind
    found = read(f"{address}syote.xml")
    assert found.feed.language == language
    assert found.feed.updated_parsed[:6] == (2023, 8, 5, 6, 0, 0)
    (entry,) = found.entries
    assert entry.title == title
    assert entry.published_parsed[:6] == (2023, 8, 2, 6, 0, 0)
    assert entry.updated_parsed[:6] == (2023, 8, 5, 6, 0, 0)
    (content,) = entry.content
    assert (content.type, content.language) == ("text/html", language)
    assert f'<a href="{settings.PUBLIC_URL}/tukea/">' in content.value
    links_hold(found, address, entry)


def links_hold(found, address, entry):
    """The feed names itself and its page, the entry its own page, which answers."""
    links = {link.rel: (link.href, link.type) for link in found.feed.links}
    assert links["self"] == (f"{settings.PUBLIC_URL}{address}syote.xml", "application/atom+xml")
    assert links["alternate"][0].startswith(settings.PUBLIC_URL)
    (link,) = entry.links
    assert (link.rel, link.type) == ("alternate", "text/html")
    assert Client().get(link.href.removeprefix(settings.PUBLIC_URL)).status_code == 200
