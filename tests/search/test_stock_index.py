"""The admin's own index keeps what Wagtail alone would lose: what a page gets after it was saved, and facts."""

import pytest
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from tests import factories

pytestmark = [pytest.mark.django_db]


def stock(text: str) -> list[str]:
    return [page.title for page in get_search_backend().search(text, Page.objects.all())]


def test_a_helpline_that_is_renamed(home, commit):
    service = factories.make_service(name_fi="Vanhapuhelin")
    with commit():
        page = factories.make_page("home.ServicePage", home, title="Soita", service=service)
        page.save_revision().publish()
    assert stock("Vanhapuhelin") == ["Soita"]
    service.name_fi = "Uusipuhelin"
    with commit():
        service.save()
    assert stock("Uusipuhelin") == ["Soita"]
    assert stock("Vanhapuhelin") == []


def test_a_contact_that_is_saved_after_its_release(home, commit):
    person = factories.make_person(name="Aino Kielo")
    with commit():
        release = factories.make_page("news.ReleasePage", home, title="Tiedote")
        release.contacts.create(person=person)
        release.save_revision().publish()
    assert stock("Kielo") == ["Tiedote"]
