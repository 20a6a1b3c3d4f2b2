"""What stands below a story or a list whose address has changed is found at the old one: text, feed, pictures."""

import pytest
from django.test import Client

from news.models import ReleasePage
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def old_list(django_capture_on_commit_callbacks) -> str:
    """The old address of a list that has moved, and below it of a release that had moved before."""
    factories.make_site()
    parent = factories.place_for("news.ReleasePage")
    page = factories.make_page("news.ReleasePage", parent, slug="vanha", lead="Lyhyesti.")
    old = parent.url
    for moved, slug in ((page, "uusi"), (parent.specific, "tiedotteet")):
        with django_capture_on_commit_callbacks(execute=True):
            moved.slug = slug
            moved.save_revision().publish()
    return old


def test_text_and_feed_are_found_and_nothing_else(old_list):
    release = ReleasePage.objects.get()
    now = {
        "vanha/tiedote.txt": f"{release.url}tiedote.txt",
        "uusi/tiedote.txt": f"{release.url}tiedote.txt",
        "syote.xml": f"{release.get_parent().url}syote.xml",
    }
    found = {path: Client().get(f"{old_list}{path}") for path in now}
    assert {path: (answer.status_code, answer.headers.get("Location")) for path, answer in found.items()} == {
        path: (301, address) for path, address in now.items()
    }
    assert Client().get(now["vanha/tiedote.txt"]).status_code == 200
    for nothing in ("ei-ole", "vanha/ei-ole", "vanha/tiedote.txt/x", "%00", "a/" * 40):
        assert Client().get(f"{old_list}{nothing}", follow=True).status_code == 404


def test_nothing_is_told_of_a_release_that_visitors_may_not_see(old_list):
    release = ReleasePage.objects.get()
    address = f"{old_list}vanha/tiedote.txt"
    release.view_restrictions.create(restriction_type="login")
    assert Client().get(address).status_code == 404
    release.view_restrictions.all().delete()
    assert Client().get(address).status_code == 301
    release.unpublish()
    assert Client().get(address).status_code == 404
