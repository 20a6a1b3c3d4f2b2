"""A page with a neutral name: outside the page nothing tells what it is about; our own site still does."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale

from home.models import StandardPage
from kasper_site.cms import publish_checks
from tests import factories
from tests.search.searchable import index, results_page, titles

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
    index()
    assert TELLING["title"] in titles(results_page("väkivalta"))


def head_of(page) -> str:
    return str(BeautifulSoup(Client().get(page.url).content, "html.parser").head)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("page_type", ["home.ServicePage", "home.PlacePage", "projects.ProjectPage"])
def test_the_plain_language_page_follows_the_page_above_it(page_type):
    page, _soup, _head = page_and_head(page_type, discreet_title="Ohjeita")
    plain = factories.make_page("home.PlainLanguagePage", page, title="Väkivalta selkokielellä", teaser="Väkivalta.")
    assert not plain.is_discreet
    assert "kivalta" not in head_of(plain)
    assert "<title>Ohjeita</title>" in head_of(plain)
    plain.discreet_title = "Selkeästi"
    plain.save()
    assert "<title>Selkeästi</title>" in head_of(plain)
    type(page).objects.filter(pk=page.pk).update(is_discreet=False)
    assert "kivalta" in head_of(plain)


def test_a_new_page_below_starts_as_one(home, admin_client):
    page, _soup, _head = page_and_head("home.StandardPage", discreet_title="Ohjeita")
    for parent, is_ticked in ((page, True), (home, False)):
        address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", parent.pk])
        form = BeautifulSoup(admin_client.get(address).content, "html.parser")
        assert form.select_one("[name=is_discreet]").has_attr("checked") is is_ticked
        assert form.select_one("[name=discreet_title]").get("value", "") == ("Ohjeita" if is_ticked else "")


def test_a_new_translation_keeps_it_and_one_that_differs_is_asked_about(home):
    swedish, _is_new = Locale.objects.get_or_create(language_code="sv")
    home.copy_for_translation(swedish).save_revision().publish()
    page, _soup, _head = page_and_head("home.StandardPage", discreet_title="Ohjeita")
    other = page.copy_for_translation(swedish)
    assert (other.is_discreet, other.discreet_title) == (True, "Ohjeita")
    other.save_revision().publish()
    assert differing(page) == differing(other) == []
    StandardPage.objects.filter(pk=other.pk).update(is_discreet=False)
    other.refresh_from_db()
    assert "ei ole vielä neutraalia nimeä" in differing(page)[0]
    assert "on neutraali nimi" in differing(other)[0]


def differing(page) -> list[str]:
    with translation.override("fi"):
        found = publish_checks.findings(page)
    return [finding.message for finding in found if finding.code == "neutral-in-one-language"]


def test_its_description_is_no_longer_missed(home):
    page, _soup, _head = page_and_head("home.StandardPage")
    assert "missing-description" not in [finding.code for finding in publish_checks.findings(page)]


def test_other_pages_are_as_they_were(home):
    page = factories.make_page("home.StandardPage", home, **TELLING, discreet_title="Ohjeita")
    head = BeautifulSoup(Client().get(page.url).content, "html.parser").head
    assert head.title.string == "Väkivalta"
    assert "BreadcrumbList" in str(head)
