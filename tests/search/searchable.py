"""Small makers of a site that can be searched."""

from datetime import date

from bs4 import BeautifulSoup
from django.test import Client

from kasper_site.directory.models import OutsideHelpline
from search import sources
from search.index.rebuild import rebuild
from tests import factories


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


def make_service(name: str = "Tukiluuri", **fields):
    """A helpline with its page."""
    service = factories.make_service(name_fi=name, **fields)
    parent = factories.place_for("home.ServicePage")
    return factories.make_page("home.ServicePage", parent, title=name, service=service)


def make_place(name: str, **fields):
    """A meeting place with its page."""
    place = factories.make_place(name_fi=name, **fields)
    return factories.make_page("home.PlacePage", factories.place_for("home.PlacePage"), title=name, place=place)


def named(query: str, path: str = "/haku/", **params: str) -> list[str]:
    """The names on the cards above the results."""
    cards = results_page(query, path, **params).select(".search > .help-cards > *")
    return [card.select_one(".help-card-name, .person-name").get_text(strip=True) for card in cards]


def make_helpline(name: str, phone: str, **fields) -> OutsideHelpline:
    """A helpline of others that answers day and night."""
    values = {"availability": "always", "confirmed_on": date(2026, 11, 21), "sort_order": 20}
    return OutsideHelpline.objects.create(name_fi=name, phone=phone, **{**values, **fields})
