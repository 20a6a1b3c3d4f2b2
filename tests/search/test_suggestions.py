"""Suggestions while typing: titles of what may be found, names, promoted terms; nothing of hidden pages; quick."""

import time
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from search.suggestions import Titles
from tests import factories
from tests.search.searchable import index, suggested

pytestmark = [pytest.mark.django_db, pytest.mark.database]

LIMIT_MS = 50


@pytest.fixture
def home():
    return factories.make_site()


def make_text(home, title: str, **fields):
    return factories.make_page("home.StandardPage", home, title=title, **fields)


@pytest.mark.parametrize("typed", ["Äid", "aid", "tue aid", "ÄIDIN TUE", "aidin-"])
def test_words_are_begun_without_accents_in_any_order(home, typed):
    make_text(home, "Äidin tueksi")
    index()
    assert suggested(typed) == ["Äidin tueksi"]
    assert suggested(f"{typed} isä") == []


def test_what_begins_so_comes_first_and_what_follows_a_hyphen_counts(home):
    for title in ("Uusi VOIKUKKIA-ryhmä alkaa", "Ryhmän ohjaaja", "Ryhmä"):
        make_text(home, title)
    index()
    assert suggested("ryhm") == ["Ryhmä", "Ryhmän ohjaaja", "Uusi VOIKUKKIA-ryhmä alkaa"]


@pytest.mark.parametrize("typed", ["", "t", "%", "_", "' OR 1=1 --", "tuki*", "\x00\x00"])
def test_little_and_odd_text_gets_few_suggestions(home, typed):
    make_text(home, "Tukea arkeen")
    index()
    assert suggested(typed) == []


def test_names_of_services_stand_first_and_each_once(home):
    service = factories.make_service(name_fi="Tukiluuri")
    factories.make_page("home.ServicePage", factories.place_for("home.ServicePage"), title="Tukiluuri", service=service)
    make_text(home, "Tukea")
    index()
    assert suggested("tuk") == ["Tukiluuri", "Tukea"]


def test_a_service_that_no_visitor_reads_of_is_not_named(home):
    factories.make_service(name_fi="Tukiluuri", hours=0, phone="")  # with a number it stands in the help bar
    index()
    assert suggested("tuk") == []


def test_promoted_terms_stand_before_all(home, monkeypatch):
    make_text(home, "Tukea")
    index()
    monkeypatch.setattr("search.promotions.promoted_terms", lambda text, language: [f"{text}iperhe {language}"])
    assert suggested("tuk") == ["tukiperhe fi", "Tukea"]


def test_at_most_eight(home):
    for number in range(12):
        make_text(home, f"Vertaistuki {number}")
    index()
    answer = Client().get("/haku/ehdotukset/?q=vert").json()
    assert len(answer["suggestions"]) == 8
    assert answer["words"] == "8 ehdotusta"


def test_suggestions_are_of_the_pages_language(home):
    make_text(home, "Vertaistuki")
    make_text(home, "Vertaisstöd", locale=Locale.objects.get(language_code="sv"))
    index()
    assert suggested("vert") == ["Vertaistuki"]
    assert suggested("vert", "/sv/haku/ehdotukset/") == ["Vertaisstöd"]


def test_a_page_that_is_published_is_suggested_without_a_rebuild(home, django_capture_on_commit_callbacks):
    index()
    assert suggested("vert") == []
    with django_capture_on_commit_callbacks(execute=True):
        make_text(home, "Vertaistuki").save_revision().publish()
    assert suggested("vert") == ["Vertaistuki"]


@pytest.mark.parametrize("how", ["draft", "private", "expired", "embargoed"])
def test_hidden_pages_are_not_suggested(home, how):
    parent = factories.place_for("news.ReleasePage")
    page = factories.make_page("news.ReleasePage", parent, title="Salaisuudenverho")
    shown = Page.objects.filter(pk=page.pk)
    index()
    assert suggested("salai") == ["Salaisuudenverho"]
    if how == "draft":
        page.unpublish()
    elif how == "private":
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    elif how == "expired":
        shown.update(expire_at=timezone.now() - timedelta(seconds=1))
    else:
        type(page).objects.filter(pk=page.pk).update(public_at=timezone.now() + timedelta(hours=1))
    assert suggested("salai") == []


def test_the_answer_is_kept_nowhere(home):
    response = Client().get("/haku/ehdotukset/?q=tuki")
    assert response["Content-Type"] == "application/json"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Cache-Control"] == "private, no-store"
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()
    assert Client().post("/haku/ehdotukset/", {"q": "tuki"}).status_code == 405


def test_only_pages_with_a_field_of_their_own_ask(home):
    page = Client().get("/haku/").content.decode()
    assert page.count('data-suggest="/haku/ehdotukset/"') == 2
    assert 'data-suggest="/sv/haku/ehdotukset/"' in Client().get("/sv/haku/").content.decode()


def test_many_titles_cost_few_queries_and_little_time(home):
    for number in range(30):
        make_text(home, f"Vertaistuki {number}")
    index()
    suggested("vertaist")
    with CaptureQueriesContext(connection) as captured:
        suggested("vertaist")
    assert len(captured) <= 6
    titles = Titles((f"page:{number}", f"Vertaistuki ja perhe {number}") for number in range(20_000))
    start = time.perf_counter()
    assert len(titles.beginning(["vertais", "per"])) == 20_000
    assert (time.perf_counter() - start) * 1000 < 4 * LIMIT_MS  # every one of them matches, on a busy machine
