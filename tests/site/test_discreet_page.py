"""A page with a neutral name: outside the page nothing tells what it is about; our own site still does."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests import factories

pytestmark = pytest.mark.django_db

TELLING = {"title": "Väkivalta kotona", "seo_title": "Väkivalta", "teaser": "Väkivalta loppuu.", "slug": "sivu"}


@pytest.fixture
def home():
    front = factories.make_site()
    factories.make_facts()
    return front


def page_and_head(page_type: str, **fields):
    page = factories.make_page(page_type, factories.place_for(page_type), **TELLING, is_discreet=True, **fields)
    soup = BeautifulSoup(Client().get(page.url).content, "html.parser")
    return page, soup, str(soup.head)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("page_type", [name for name in factories.page_types() if name != "home.HomePage"])
def test_tab_and_preview_tell_nothing(page_type):
    _page, soup, head = page_and_head(page_type)
    assert "kivalta" not in head
    assert soup.title.string == "Kasper ry"
    assert soup.find("meta", property="og:title")["content"] == "Kasper ry"
    assert soup.find("meta", property="og:image")["content"].endswith("card.png")
    assert soup.h1.get_text(strip=True) == TELLING["title"]


def test_a_name_that_an_editor_chose(home):
    _page, soup, head = page_and_head("home.StandardPage", discreet_title="Ohjeita")
    assert soup.title.string == "Ohjeita"
    assert "kivalta" not in head


def test_a_list_that_was_filtered_tells_nothing_either(home):
    page, _soup, _head = page_and_head("news.NewsIndexPage")
    moment = datetime(2023, 8, 2, tzinfo=UTC)
    factories.make_page("news.CurrentMatterPage", page, public_at=moment)
    filtered = BeautifulSoup(Client().get(page.url, {"vuosi": 2023}).content, "html.parser")
    assert filtered.select_one("[aria-current=true]")
    assert "kivalta" not in str(filtered.head)


def test_our_own_site_knows_it_by_its_name(home):
    page, _soup, _head = page_and_head("home.StandardPage")
    child = factories.make_page("home.StandardPage", page)
    assert TELLING["title"] in Client().get(child.url).content.decode()
    assert page.url in Client().get("/sitemap.xml").content.decode()
    assert TELLING["title"] in Client().get("/haku/", {"q": "väkivalta"}).content.decode()


def test_other_pages_are_as_they_were(home):
    page = factories.make_page("home.StandardPage", home, **TELLING, discreet_title="Ohjeita")
    head = BeautifulSoup(Client().get(page.url).content, "html.parser").head
    assert head.title.string == "Väkivalta"
    assert "BreadcrumbList" in str(head)
