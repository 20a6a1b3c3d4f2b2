"""A story as schema.org data: absolute, dated in Finnish time, without what is not known."""

from datetime import UTC, datetime

import pytest

from news import structured_data
from news.models import ReleasePage, Rendering
from tests import factories

pytestmark = pytest.mark.django_db
MOMENT = datetime(2023, 8, 2, 6, 0, tzinfo=UTC)


@pytest.fixture
def release():
    """A release of 2 August 2023 at nine in Finland."""
    factories.make_site()
    parent = factories.place_for("news.ReleasePage")
    return factories.make_page("news.ReleasePage", parent, title="Uusi palvelu", public_at=MOMENT, lead="Tärkein.")


def test_headline_day_and_publisher(release, settings):
    settings.PUBLIC_URL = "https://kasper.example"
    data = structured_data.article(release, "Kasper ry")
    assert data["headline"] == "Uusi palvelu"
    assert data["datePublished"] == "2023-08-02T09:00:00+03:00"
    assert data["publisher"]["name"] == "Kasper ry"
    assert data["url"] == f"https://kasper.example{release.url}"
    assert data["description"] == "Tärkein."
    assert "dateModified" not in data


def test_it_stands_on_the_page_and_cannot_end_its_element(client, release):
    release.title = "</script><b>"
    release.save()
    shown = client.get(release.url).content.decode()
    assert '"@type":"NewsArticle"' in shown
    assert "</script><b>" not in shown


def test_the_card_and_the_files_that_are_made(release, settings):
    settings.PUBLIC_URL = "https://kasper.example"
    assert "encoding" not in structured_data.article(release, "Kasper ry")
    rows = [Rendering(page=release, kind=kind, size=1000, made_at=MOMENT) for kind in ("pdf", "card")]
    Rendering.objects.bulk_create(rows)
    data = structured_data.article(ReleasePage.objects.get(pk=release.pk), "Kasper ry")
    assert data["image"][0]["url"] == f"https://kasper.example{release.url}kortti.png"
    assert data["encoding"][0]["contentUrl"] == f"https://kasper.example{release.url}tiedote.pdf"
    assert data["encoding"][0]["encodingFormat"] == "application/pdf"
    assert data["articleSection"] == "Mediatiedote"
    assert data["author"]["name"] == data["publisher"]["name"] == "Kasper ry"
    assert data["publisher"]["logo"]["url"].startswith("https://kasper.example/static/")


def test_search_engines_can_read_it(client, release):
    extruct = pytest.importorskip("extruct")
    shown = client.get(release.url).content.decode()
    found = extruct.extract(shown, syntaxes=["json-ld"])["json-ld"]
    article = next(data for data in found if data["@type"] == "NewsArticle")
    assert article["headline"] == "Uusi palvelu"
