"""The press contact's number is one click away from every page of the site."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from kasper_site.cms import visibility
from kasper_site.cms.models import SiteSettings
from news.models import PressRoomPage
from tests.site.test_demo_site import sitemap_paths

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.database]


def soup(path: str) -> BeautifulSoup:
    return BeautifulSoup(Client().get(path).content, "html.parser")


def rooms_with_the_number(tel: str) -> set[str]:
    """The addresses of the press rooms; each begins with the number."""
    rooms = {f"{room.url}#{room.menu_part}" for room in visibility.visible(PressRoomPage.objects.all())}
    for address in rooms:
        (first,) = soup(address).select("main section:first-of-type .press-contact a[href^='tel:']")
        assert first["href"] == tel, address
    return rooms


def test_from_every_page_the_press_contact_is_one_click_away():
    tel = SiteSettings.objects.select_related("press_contact").get().press_contact.tel
    rooms = rooms_with_the_number(tel)
    assert rooms
    forms = [reverse(name) for name in ("accessibility_feedback", "subscription")]
    for path in [*sitemap_paths(Client()), "/haku/", *forms]:
        page = soup(path)
        links = {link["href"] for link in page.select("header a, footer a")}
        assert links & rooms, path
