"""The press contact's number is one click away from every page of the site."""

import pytest
from django.urls import reverse

from kasper_site.cms import visibility
from kasper_site.cms.models import SiteSettings
from news.models import PressRoomPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.database]


def rooms_with_the_number(visit, tel: str) -> set[str]:
    """The addresses of the press rooms; each begins with the number."""
    rooms = {f"{room.url}#{room.menu_part}" for room in visibility.visible(PressRoomPage.objects.all())}
    for address in rooms:
        (first,) = visit.soup(address).select("main section:first-of-type .press-contact a[href^='tel:']")
        assert first["href"] == tel, address
    return rooms


def test_from_every_page_the_press_contact_is_one_click_away(visit):
    tel = SiteSettings.objects.select_related("press_contact").get().press_contact.tel
    rooms = rooms_with_the_number(visit, tel)
    assert rooms
    forms = [reverse(name) for name in ("accessibility_feedback", "subscription")]
    for path in [*visit.paths, "/haku/", *forms]:
        page = visit.soup(path)
        links = {link["href"] for link in page.select("header a, footer a")}
        assert links & rooms, path
