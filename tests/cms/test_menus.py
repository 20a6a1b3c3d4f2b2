"""Menus in the admin: what cannot be right is refused, what visitors do not see is told."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, PageViewRestriction

from kasper_site.cms import menu_notes
from kasper_site.cms.models import Menu, MenuLink
from tests.factories import make_page, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return make_site()


@pytest.fixture
def menu(home):
    return Menu.objects.create(locale=Locale.objects.get(language_code="fi"))


@pytest.fixture
def client(admin_user):
    client = Client()
    client.force_login(admin_user)
    return client


def save(client, menu, rows: list[tuple], **more):
    """Send the menu's form with these links: position, page, deleted or not."""
    data = {"locale": menu.locale_id, "links-TOTAL_FORMS": len(rows), "links-INITIAL_FORMS": 0}
    data |= {"links-MIN_NUM_FORMS": 0, "links-MAX_NUM_FORMS": 1000}
    for number, (position, page, *deleted) in enumerate(rows):
        row = {
            "position": position,
            "page": page.pk,
            "label": "",
            "ORDER": number + 1,
            "DELETE": (deleted and "on") or "",
        }
        data |= {f"links-{number}-{name}": value for name, value in row.items()}
    return client.post(reverse("wagtailsnippets_cms_menu:edit", args=[menu.pk]), {**data, **more}, follow=True)


def test_a_link_is_added_and_the_order_is_kept(home, menu, client):
    pages = [make_page("home.StandardPage", home, title=title) for title in ("Eka", "Toka")]
    html = save(client, menu, [("header", page) for page in pages[::-1]]).content.decode()
    assert [link.text for link in menu.links.all()] == ["Toka", "Eka"]
    assert "ei nyt näy kävijöille" not in html


def test_a_page_stands_once_in_each_place(home, menu, client):
    page = make_page("home.StandardPage", home, title="Eka")
    html = save(client, menu, [("header", page), ("header", page)]).content.decode()
    assert "Tämä sivu on jo samassa valikossa." in html
    assert not MenuLink.objects.exists()
    save(client, menu, [("header", page), ("footer", page), ("header", page, True)])
    assert menu.links.count() == 2


def test_a_link_that_nobody_sees_is_told(home, menu, client):
    hidden = make_page("home.StandardPage", home, title="Luonnos", live=False)
    shown = make_page("home.StandardPage", home, title="Julkinen")
    html = save(client, menu, [("header", hidden), ("header", shown)]).content.decode()
    assert "Sivu ”Luonnos” ei nyt näy kävijöille. Siksi sen linkkikään ei näy valikossa." in html
    assert "”Julkinen” ei nyt näy" not in html
    assert menu.links.count() == 2
    PageViewRestriction.objects.create(page=shown, restriction_type="login")
    assert len(menu_notes.notes(Menu.objects.get())) == 2


def test_an_empty_menu_is_told(home, menu, client):
    assert "Sivujen ylävalikossa ei ole nyt yhtään linkkiä." in save(client, menu, []).content.decode()


def test_two_menus_of_one_language_are_refused(home, menu, client):
    data = {"locale": menu.locale_id, "links-TOTAL_FORMS": 0, "links-INITIAL_FORMS": 0}
    response = client.post(reverse("wagtailsnippets_cms_menu:add"), data)
    assert response.status_code == 200
    assert Menu.objects.count() == 1


def test_a_link_leads_to_the_part_that_the_page_s_type_names(home, menu):
    room = make_page("news.PressRoomPage", home, title="Medialle", slug="medialle")
    other = make_page("home.StandardPage", home, title="Eka", slug="eka")
    links = [MenuLink(menu=menu, page=page, position="footer") for page in (room, other)]
    assert [link.url for link in links] == ["/medialle/#sisalto", "/eka/"]
    MenuLink.objects.bulk_create(links)
    html = Client().get("/eka/").content.decode()
    assert 'href="/medialle/#sisalto"' in html
