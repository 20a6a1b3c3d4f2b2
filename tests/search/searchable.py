"""Small makers of a site that can be searched."""

from bs4 import BeautifulSoup
from django.test import Client

from search import sources
from search.index.rebuild import rebuild


def index() -> None:
    """Index all that is published now."""
    rebuild(sources.all_sources())


def results_page(query: str, path: str = "/haku/", **params: str) -> BeautifulSoup:
    """The search page's answer."""
    response = Client().get(path, {"q": query, **params})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def titles(page: BeautifulSoup) -> list[str]:
    """The titles of the results, in their order, without what a document's link says of the file."""
    for facts in page.select(".result-file"):
        facts.decompose()
    return [link.get_text().strip() for link in page.select(".result-title a")]


def suggested(query: str, path: str = "/haku/ehdotukset/") -> list[str]:
    """What is suggested for a text."""
    return Client().get(path, {"q": query}).json()["suggestions"]
