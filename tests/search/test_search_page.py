"""What the search page says to search engines and caches."""

import pytest
from django.test import Client

from tests import factories


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/haku/", "/haku/?q=tukea"])
def test_it_is_kept_nowhere(path):
    factories.make_site()
    response = Client().get(path)
    assert response.status_code == 200
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in response["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in response.content.decode()
