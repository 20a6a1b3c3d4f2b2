"""Promoted results: matched on base forms of all their words, only while a visitor may see the page."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page

from search import sources
from search.index.rebuild import rebuild
from search.models import Promotion
from search.promotions import promoted, promoted_terms
from tests.search.searchable import results_page, titles

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def page(publish):
    return publish("Tukea äideille")


def promote(words: str, page, **fields) -> Promotion:
    made = Promotion(words=words, page=page, **fields)
    made.full_clean()
    made.save()
    return made


@pytest.mark.parametrize("typed", ["äiti", "ÄIDILLE", "apua äidille", "lapsen äideistä?"])
def test_any_form_of_the_word(page, typed):
    promote("äiti", page)
    assert list(promoted(typed, "fi")) == [page.pk]


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [("vanhemman oikeudet", True), ("oikeuksia vanhemmille", True), ("oikeus", False), ("lapsen oikeus", False)],
)
def test_all_words_of_a_phrase(page, typed, is_found):
    promote("mummo, vanhemman oikeus", page)
    assert bool(promoted(typed, "fi")) is is_found


def test_words_with_hyphens_and_compounds_written_apart(page):
    promote("vauva-arki, turvakoti", page)
    assert all(promoted(typed, "fi") for typed in ["vauva-arki", "vauva arkea", "turva koti", "turva-kotiin"])


def test_the_root_of_the_tree_is_no_page_to_show(page):
    with pytest.raises(ValidationError) as refused:
        promote("äiti", Page.objects.get(depth=1))
    assert refused.value.message_dict["page"] == ["Valitse sivuston sivu."]


def test_invisible_signs_in_what_was_pasted_are_left_out(page):
    assert promote("ki\u200bssa, koi\u202era", page).words == "kissa, koira"


@pytest.mark.parametrize("typed", ["", "  ", '"', "isä", "äitiys ja muuta"])
def test_nothing_else(page, typed):
    promote("äiti", page)
    assert promoted(typed, "fi") == {}


def test_a_page_comes_once_and_carries_its_text(page):
    promote("äiti", page, text="Soita meille.")
    promote("tuki", page)
    assert promoted("äidin tuki", "fi") == {page.pk: "Soita meille."}


def test_only_in_the_language_of_the_page(page):
    promote("äiti", page)
    assert promoted("äiti", "sv") == {}


def test_the_root_of_the_tree_is_no_page_of_the_site(page):
    root = Page.get_first_root_node()
    Promotion.objects.create(words="äiti", page=root)
    assert promoted("äiti", root.locale.language_code) == {}
    assert promoted_terms("äi", root.locale.language_code) == []


@pytest.mark.parametrize("hide", ["unpublish", "restrict"])
def test_only_what_a_visitor_may_see(page, hide):
    promote("äiti", page)
    if hide == "unpublish":
        page.unpublish()
    else:
        page.view_restrictions.create(restriction_type="login")
    assert promoted("äiti", "fi") == {}
    assert promoted_terms("ä", "fi") == []


@pytest.mark.parametrize("typed", ["ä", "AI", "äidin t", "aidin  tu"])
def test_its_words_are_suggested(page, typed):
    promote("äidin tuki, äiti, isä", page)
    assert "äidin tuki" in promoted_terms(typed, "fi")
    assert "isä" not in promoted_terms(typed, "fi")
    assert promoted_terms(typed, "en") == []


def test_nothing_typed_suggests_nothing(page):
    promote("äiti", page)
    assert promoted_terms(" ", "fi") == []


@pytest.mark.parametrize(
    ("words", "error"),
    [(" , ", "Kirjoita vähintään yksi sana."), ("äidit", "Tämä sivu näytetään jo ensimmäisenä haulla ”äidit”.")],
)
def test_what_is_refused(page, words, error):
    promote("äiti", page)
    with pytest.raises(ValidationError) as refused:
        promote(words, page)
    assert error in refused.value.message_dict["words"]


def test_in_the_admin(admin_client, page):
    address = reverse(Promotion.snippet_viewset.get_url_name("add"))
    assert "Useamman sanan kohdassa haussa pitää olla niistä jokainen." in admin_client.get(address).content.decode()
    admin_client.post(address, {"words": "äiti", "page": page.pk, "text": ""})
    assert Promotion.objects.get().page_id == page.pk
    listing = admin_client.get(reverse(Promotion.snippet_viewset.get_url_name("list"))).content.decode()
    assert "Tukea äideille" in listing


def test_the_results_page_shows_it_first_with_what_the_editor_says(page, publish):
    publish("Äiti")
    promote("äiti", page, text="Soita <meille>.")
    rebuild(sources.all_sources())
    shown = results_page("äidin")
    assert titles(shown) == [page.title, "Äiti"]
    assert shown.select_one(".result-line").get_text() == "Soita <meille>."
