"""A story as schema.org data: absolute, dated in Finnish time, without what is not known."""

from datetime import UTC, datetime

import pytest

from news import structured_data
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def release():
    """A release of 2 August 2023 at nine in Finland."""
    factories.make_site()
    parent = factories.place_for("news.ReleasePage")
    moment = datetime(2023, 8, 2, 6, 0, tzinfo=UTC)
    return factories.make_page("news.ReleasePage", parent, title="Uusi palvelu", public_at=moment, lead="Tärkein.")


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
