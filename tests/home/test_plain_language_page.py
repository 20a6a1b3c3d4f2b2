"""A page in plain language: below the page that it tells, with its facts, one tap away from it and back."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import PageViewRestriction

from home.models import PlainLanguagePage
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SOURCES = ["home.ServicePage", "home.PlacePage", "projects.ProjectPage"]


@pytest.fixture(autouse=True)
def home():
    return factories.make_site()


def make_source(page_type: str = "home.ServicePage", **fields):
    return factories.make_page(page_type, factories.place_for(page_type), **fields)


def make_plain(source, **fields):
    return factories.make_page("home.PlainLanguagePage", source, title="Sama selkokielellä", **fields)


def main(page) -> BeautifulSoup:
    response = Client().get(page.url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").main


def buttons(page) -> list[tuple[str, str]]:
    return [(link.get_text(), link["href"]) for link in main(page).select(".page-head .button")]


@pytest.mark.parametrize("page_type", SOURCES)
def test_each_leads_to_the_other(page_type):
    source = make_source(page_type)
    assert buttons(source) == []
    plain = make_plain(source)
    assert plain.url == f"{source.url}selkokieli/"
    assert buttons(source) == [("Lue selkokielellä", plain.url)]
    assert buttons(plain) == [("Lue tavallisella kielellä", source.url)]


@pytest.mark.parametrize("page_type", SOURCES)
def test_a_hidden_one_is_not_linked(page_type):
    source = make_source(page_type)
    plain = make_plain(source, live=False)
    assert buttons(source) == []
    plain.save_revision().publish()
    assert len(buttons(source)) == 1
    lock = PageViewRestriction.objects.create(page=plain, restriction_type=PageViewRestriction.LOGIN)
    assert buttons(source) == []
    lock.delete()
    source.unpublish()
    assert buttons(plain) == []


def test_a_page_about_plain_language_is_not_one_in_plain_language(home):
    """A text page at the same address below another is a page like any other."""
    parent = factories.make_page("home.StandardPage", home)
    factories.make_page("home.StandardPage", parent, slug="selkokieli")
    assert parent.plain_language_page is None
    index = factories.place_for("projects.ProjectPage")
    project = factories.make_page("projects.ProjectPage", index)
    factories.make_page("news.ProjectNewsIndexPage", project, slug="selkokieli")
    assert buttons(project) == []


def test_it_shows_the_facts_of_the_service_or_place():
    service, place = make_source("home.ServicePage"), make_source("home.PlacePage")
    plain_service, plain_place = main(make_plain(service)), main(make_plain(place))
    assert plain_service.select_one(".help-now .button-call")["href"] == service.service.tel
    assert plain_service.select_one(".help-now .state")
    assert "Keskiviikkoisin klo 8–8.30" in plain_service.get_text().replace("\u00a0", " ")
    assert place.place.street_address in plain_place.select_one(".help-now address").get_text()
    assert not main(make_plain(make_source("projects.ProjectPage"))).select(".help-now")


def test_a_source_has_one_at_a_fixed_address():
    source = make_source()
    plain = make_plain(source, slug="jotain-muuta")
    assert plain.slug == "selkokieli"
    assert not PlainLanguagePage.can_create_at(source)
    with pytest.raises(ValidationError):
        make_plain(source)
    assert PlainLanguagePage.can_create_at(make_source())


def test_it_moves_with_its_source():
    source = make_source()
    plain = make_plain(source)
    source.slug = "uusi-nimi"
    source.save_revision().publish()
    plain.refresh_from_db()
    source.refresh_from_db()
    assert plain.url.endswith("/uusi-nimi/selkokieli/")
    assert buttons(source) == [("Lue selkokielellä", plain.url)]


def test_a_projects_news_list_is_not_taken_for_it():
    project = make_source("projects.ProjectPage")
    plain = make_plain(project)
    assert not main(project).select("#ajankohtaista")
    news = factories.make_page("news.ProjectNewsIndexPage", project)
    assert main(project).select_one(f'section a[href="{news.url}"]')
    assert not main(project).select(f'section a[href="{plain.url}"]')
