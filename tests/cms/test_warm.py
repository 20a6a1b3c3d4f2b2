"""Pages rendered before anybody asks: all sizes of their pictures are there for the first visitor."""

import pytest
from django.core.cache import cache

from kasper_site.cms import warm
from kasper_site.cms.models import SiteRendition
from tests.factories import make_image, make_page, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown():
    cache.clear()  # it outlives the rows of the test before
    image = make_image()
    image.contextual_alt_text = "Voikukka"
    body = [("picture", {"image": image, "caption": ""})]
    return make_page("home.StandardPage", make_site(), title="Kuvia", slug="kuvia", body=body)


def test_a_visitor_makes_no_size_that_was_not_there(shown, client):
    assert warm.warm([shown]) == []
    made = SiteRendition.objects.count()
    assert made
    assert client.get("/kuvia/").status_code == 200
    assert SiteRendition.objects.count() == made


def test_it_works_where_every_request_is_sent_to_https(shown, settings):
    settings.SECURE_SSL_REDIRECT, settings.PUBLIC_URL = True, "https://www.example.fi"
    settings.ALLOWED_HOSTS = ["www.example.fi"]
    assert "<h1" in warm.render(shown)


def test_the_page_is_in_its_own_language(shown):
    assert 'lang="fi"' in warm.render(shown)


def test_one_page_that_fails_does_not_stop_the_others(shown, monkeypatch, caplog):
    broken = make_page("home.StandardPage", shown.get_parent(), title="Rikki")
    monkeypatch.setattr(broken, "serve", lambda request: 1 / 0)
    assert warm.warm([broken, shown]) == [broken]
    assert SiteRendition.objects.exists()
    assert f"Page {broken.pk} could not be rendered in advance: ZeroDivisionError" in caplog.text
