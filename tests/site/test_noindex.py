"""A page that an editor keeps out of search engines."""

import pytest
from django.test import Client

from tests import factories

pytestmark = pytest.mark.django_db

ROBOTS = '<meta name="robots" content="noindex">'


def get(path: str) -> str:
    response = Client().get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_it_says_so_and_is_not_in_the_sitemap():
    home = factories.make_site()
    kept_out = factories.make_page("home.StandardPage", home, slug="piilossa", is_noindex=True)
    other = factories.make_page("home.StandardPage", home, slug="esilla")
    assert ROBOTS in get(kept_out.url)
    assert ROBOTS not in get(other.url)
    sitemap = get("/sitemap.xml")
    assert "/esilla/" in sitemap
    assert "/piilossa/" not in sitemap
