"""A publication's first effect: the page answers at its address, as a visitor sees it."""

import pytest
from django.utils import timezone
from wagtail.models import Locale

from kasper_site.cms import page_effect
from kasper_site.delivery.outbox import recording
from kasper_site.delivery.outbox.kinds import NotYet
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return factories.make_site()


def effect_of(page):
    return recording.record(page, timezone.now()).effects.get(kind="page")


def test_a_visible_page_is_seen_at_its_address(home, settings):
    settings.PUBLIC_URL = "https://www.example.fi"
    page = factories.make_page("home.StandardPage", home, title="Kahvila", slug="kahvila")
    assert page_effect.look(effect_of(page)) == "Näkyy osoitteessa https://www.example.fi/kahvila/"


def test_a_page_in_another_language_is_seen_at_its_own(home):
    front = home.copy_for_translation(Locale.objects.get(language_code="sv"))
    front.save_revision().publish()
    page = factories.make_page("home.StandardPage", front, title="Kafé", slug="kafe", locale=front.locale)
    assert page_effect.look(effect_of(page)).endswith("/sv/kafe/")


def test_a_hidden_page_is_not(home):
    page = factories.make_page("home.StandardPage", home, title="Kahvila")
    effect = effect_of(page)
    page.unpublish()
    with pytest.raises(NotYet, match="ei vastaa"):
        page_effect.look(effect)


def test_nor_one_at_whose_address_another_answers(home, monkeypatch):
    page = factories.make_page("home.StandardPage", home, title="Kahvila")
    monkeypatch.setattr("home.models.StandardPage.url", "/")
    with pytest.raises(NotYet, match="ei vastaa"):
        page_effect.look(effect_of(page))


def test_nor_one_that_cannot_be_drawn(home, monkeypatch):
    page = factories.make_page("home.StandardPage", home, title="Kahvila")

    def breaks(self, request, *args, **kwargs):
        raise RuntimeError("mallissa on virhe")

    monkeypatch.setattr("home.models.StandardPage.get_context", breaks)
    with pytest.raises(RuntimeError):
        page_effect.look(effect_of(page))
