"""The results page: rows, filters, pages, what may have been meant, nothing found; hidden pages in none of it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from kasper_site.cms.models import SiteDocument
from projects.models import Material
from search.query import search
from tests import factories
from tests.search.searchable import index, results_page, titles

pytestmark = [pytest.mark.django_db, pytest.mark.database]

BUDGET = 36  # queries of a whole results page, counting the search included


@pytest.fixture
def home():
    return factories.make_site()


def make_text(home, title: str, **fields):
    return factories.make_page("home.StandardPage", home, title=title, **fields)


def make_release(title: str, day: datetime | None = None, **fields):
    parent = factories.place_for("news.ReleasePage")
    return factories.make_page("news.ReleasePage", parent, title=title, public_at=day or timezone.now(), **fields)


def make_guide(pages: list[str], **fields) -> SiteDocument:
    """A document with text on each of its pages, which a material of a project refers to."""
    file = ContentFile(b"%PDF-1.7\n%%EOF\n", name="opas.pdf")
    values = {"title": "Ohjaajan opas", "kind": "guide", "file": file, "extracted_text": "\f".join(pages)}
    return SiteDocument.objects.create(**{**values, **fields})


def make_project(title: str, document: SiteDocument | None = None):
    parent = factories.place_for("projects.ProjectPage")
    project = factories.make_page("projects.ProjectPage", parent, title=title)
    if document:
        project.materials.add(Material(title="Opas", document=document, date="2016"))
        project.save()
    return project


def choices(page, heading: str) -> dict[str, str]:
    """The links of one filter, by their words."""
    group = next(div for div in page.select(".filter-groups > div") if div.p.get_text() == heading)
    return {link.get_text(): link["href"] for link in group.select("a")}


# --- Rows -------------------------------------------------------------------------------------------------------------
def test_a_row_tells_what_it_is_and_where_it_stands(home):
    parent = make_text(home, "Meistä")
    make_text(parent, "Ystävät", teaser="Kun lapset ovat <i>poissa</i> & olo on tyhjä.")
    index()
    row = results_page("lapsi").select_one(".result")
    assert row.select_one(".kind").get_text(strip=True) == "Sivu"
    assert row.select_one("a")["href"] == "/meista/ystavat/"
    line = row.select_one(".result-line")
    assert [mark.get_text() for mark in line.select("mark")] == ["lapset"]
    assert "<i>poissa</i> & olo" in line.get_text()
    assert not line.select("i")
    assert [span.get_text() for span in row.select(".result-trail span")][1:] == ["Meistä"]


def test_headings_and_items_of_lists_do_not_run_into_the_text(home):
    text = "<p>Vertaistuki auttaa:</p><ul><li>puhua</li><li>kuunnella &amp; olla</li></ul><p>Tule mukaan.</p>"
    body = [("heading", {"text": "Vertaistuki"}), ("paragraph", {"text": text})]
    factories.make_page("home.StandardPage", home, title="Sivu", body=body)
    index()
    line = results_page("vertaistuki").select_one(".result-line").get_text()
    assert line == "Vertaistuki – Vertaistuki auttaa: puhua, kuunnella & olla – Tule mukaan."


def test_the_title_is_marked_and_escaped(home):
    make_text(home, "Lasten <b>oikeudet</b>", slug="oikeudet")
    index()
    title = results_page("lapsi").select_one(".result-title a")
    assert title.get_text() == "Lasten <b>oikeudet</b>"
    assert str(title.mark) == "<mark>Lasten</mark>"


def test_a_story_has_its_day(home):
    make_release("Vertaistuki kantaa", datetime(2023, 8, 1, 22, tzinfo=UTC))
    index()
    day = results_page("vertaistuki").select_one(".result time")
    assert (day["datetime"], day.get_text()) == ("2023-08-02", "2.8.2023")


def test_a_hit_in_a_document_leads_to_its_page(home):
    make_project("Hanke", make_guide(["Alku", "Keskellä huostaanotettujen lasten tarina"]))
    index()
    row = results_page("huostaanotettu").select_one(".result")
    document = SiteDocument.objects.get()
    assert row.a["href"] == f"{document.url}#page=2"
    assert "(PDF, sivu 2)" in row.a.get_text()
    assert row.select_one(".kind").get_text(" ", strip=True) == "Opas 2016"
    assert row.mark.get_text() == "huostaanotettujen"


def test_a_document_of_one_page_has_no_page_number(home):
    make_project("Hanke", make_guide(["Huostaanotettujen lasten tarina"]))
    index()
    row = results_page("huostaanotettu").select_one(".result")
    assert row.a["href"] == SiteDocument.objects.get().url
    assert row.a.get_text().endswith("(PDF)")


def test_a_document_that_no_visible_page_names_is_not_found(home):
    project = make_project("Hanke", make_guide(["Huostaanotettujen lasten tarina"]))
    index()
    project.unpublish()
    assert titles(results_page("huostaanotettu")) == []


def test_results_are_of_the_pages_language(home):
    make_text(home, "Vertaistuki")
    swedish = factories.make_page(
        "home.StandardPage", home, title="Vertaistuki på svenska", locale=Locale.objects.get(language_code="sv")
    )
    index()
    assert titles(results_page("vertaistuki")) == ["Vertaistuki"]
    assert titles(results_page("vertaistuki", "/sv/haku/")) == [swedish.title]


# --- Filters and pages ------------------------------------------------------------------------------------------------
def test_filters_are_links_that_keep_the_search(home):
    project = make_project("Vertaishanke", make_guide(["Vertaistuki"]))
    make_release("Vertaistuki kantaa", datetime(2023, 8, 2, 9, tzinfo=UTC), related_project=project)
    make_text(home, "Vertaistuki & ystävät")
    index()
    page = results_page("vertaistuki")
    types = choices(page, "Tyyppi")
    assert types["Tiedote"] == "/haku/?q=vertaistuki&tyyppi=tiedote#lista"
    assert set(types) == {"Kaikki", "Tiedote", "Sivu", "Asiakirja"}
    assert list(choices(page, "Vuosi")) == ["Kaikki", "2023", "2016"]
    narrowed = results_page("vertaistuki", tyyppi="tiedote")
    assert titles(narrowed) == ["Vertaistuki kantaa"]
    assert narrowed.h2.get_text(strip=True) == "1 tulos haulle ”vertaistuki”"
    back = narrowed.select_one(".filter-status a")
    assert back["href"] == "/haku/?q=vertaistuki#lista"


def test_a_filter_that_leads_nowhere_else_is_not_offered(home):
    make_text(home, "Vertaistuki")
    make_text(home, "Vertaistuen muodot")
    index()
    assert not results_page("vertaistuki").select(".filter-groups")


def test_documents_and_stories_go_with_their_project(home):
    project = make_project("Voikukkia", make_guide(["Vertaistuki"]))
    make_project("Toinen vertaistuki")
    make_release("Vertaistuki kantaa", related_project=project)
    index()
    assert set(choices(results_page("vertaistuki"), "Hanke")) == {"Kaikki", "Voikukkia", "Toinen vertaistuki"}
    assert sorted(titles(results_page("vertaistuki", hanke="voikukkia"))) == ["Ohjaajan opas", "Vertaistuki kantaa"]


def test_a_hidden_project_is_no_choice(home):
    project = make_project("Voikukkia")
    make_release("Vertaistuki kantaa", related_project=project)
    make_project("Toinen vertaistuki")
    make_project("Kolmas vertaistuki")
    index()
    project.unpublish()
    assert "Voikukkia" not in str(results_page("vertaistuki"))


def test_pages_keep_search_and_filters(home):
    for number in range(12):
        make_text(home, f"Vertaistuki {number}")
    make_release("Vertaistuki kantaa")
    index()
    first = results_page("vertaistuki", tyyppi="sivu")
    assert len(titles(first)) == 10
    assert first.h2.get_text(strip=True).startswith("12 tulosta")
    assert first.select_one("[rel=next]")["href"] == "?q=vertaistuki&tyyppi=sivu&sivu=2"
    second = results_page("vertaistuki", tyyppi="sivu", sivu="2")
    assert len(titles(second)) == 2
    assert not set(titles(first)) & set(titles(second))


@pytest.mark.parametrize("query", ["vertaistuki", "vertaisruki", "qwertyqwerty"])
def test_many_results_keep_to_the_budget_of_few(home, query):
    def fill(first, last):
        for number in range(first, last):
            project = make_project(f"Vertaistuki {number}", make_guide(["Vertaistuki"] * 2, title=f"Opas {number}"))
            make_release(f"Vertaistuki kantaa {number}", related_project=project)
            factories.make_page(
                "home.ServicePage", factories.place_for("home.ServicePage"), title=f"Vertaistuki {number}"
            )
        index()

    def queries():
        Client().get("/haku/", {"q": query})
        with CaptureQueriesContext(connection) as captured:
            Client().get("/haku/", {"q": query})
        return [one["sql"] for one in captured.captured_queries]

    fill(0, 2)
    few = queries()
    fill(2, 12)
    many = queries()
    assert len(few) <= BUDGET, "\n".join(few)
    assert len(many) <= BUDGET, "\n".join(many)


# --- What may have been meant, nothing found --------------------------------------------------------------------------
def test_what_may_have_been_meant_is_a_link(home):
    make_text(home, "Vertaistuki")
    index()
    page = results_page("vertaistuli")
    link = page.find("a", string="vertaistuki")
    assert link["href"] == "/haku/?q=vertaistuki"
    assert "Tarkoititko" in link.parent.get_text()
    assert "Tarkoititko" not in results_page("vertaistuki").get_text()


def test_where_nothing_is_found_the_page_helps(home):
    factories.make_service(name_fi="Tukiluuri", phone="044 350 5179")
    index()
    page = results_page("qwertyqwerty")
    assert page.h2.get_text(strip=True).startswith("0 tulosta")
    assert "Tarkista kirjoitusasu." in page.get_text()
    assert page.select_one(".help-card a[href='tel:+358443505179']")


def test_in_another_language_the_way_to_the_finnish_pages_is_shown_where_nothing_was_found(home):
    make_text(home, "Huostaanotto")
    index()
    link = results_page("huostaanotto", "/sv/haku/").select_one(".prose a.tap")
    assert link["href"] == "/haku/?q=huostaanotto"
    assert titles(results_page("huostaanotto")) == ["Huostaanotto"]
    assert not results_page("qwerty").select(".prose a.tap")


def test_where_nothing_was_typed_it_says_what_to_type(home):
    assert "Kirjoita yksi sana tai muutama." in results_page("").get_text()
    assert "Kirjoita yksi sana" not in results_page("apu").get_text()


def test_where_the_filters_leave_nothing_they_can_be_taken_off(home):
    make_text(home, "Vertaistuki")
    index()
    for params in ({"tyyppi": "hanke"}, {"tyyppi": "'--", "vuosi": "0", "hanke": "%"}):
        page = results_page("vertaistuki", **params)
        assert titles(page) == []
        assert page.select_one(".filter-status a")["href"] == "/haku/?q=vertaistuki#lista"
    assert not results_page("qwertyqwerty", tyyppi="sivu").select(".filter-status")


# --- Hidden pages -----------------------------------------------------------------------------------------------------
def test_a_release_ahead_of_its_time_is_in_none_of_it(home):
    soon = timezone.now() + timedelta(days=1)
    parts = {"lead": "Salaperäinen Kissankello aloittaa", "teaser": "Vertaistuki ja Kissankello"}
    make_release("Kissankello ja vertaistuki", soon, **parts)
    make_text(home, "Vertaistuki")
    make_text(home, "Vertaistuen muodot")
    index()
    page = results_page("vertaistuki")
    assert len(titles(page)) == 2
    assert page.h2.get_text(strip=True).startswith("2 tulosta")
    assert not page.select(".filter-groups")
    assert search("kissankello", "fi").total == 0
    # Nor is its name given to those who nearly know it.
    for typed in ("kissankelo", "vertaistuki kissankelo", "kissankeltainen"):
        assert "kissankello" not in str(results_page(typed)).lower().replace(typed, "")


@pytest.mark.parametrize(
    "params", [{"sivu": "0"}, {"sivu": "-1"}, {"sivu": "x" * 5000}, {"sivu": "99999999999"}, {"sivu": "²"}]
)
def test_odd_page_numbers_are_answered(home, params):
    make_text(home, "Vertaistuki")
    index()
    assert titles(results_page("vertaistuki", **params)) == ["Vertaistuki"]


# --- What may have been meant -----------------------------------------------------------------------------------------
def meant(query: str) -> str:
    return search(query, "fi").meant


def test_a_slip_in_a_word_with_hyphens_is_mended_in_its_place(home):
    make_text(home, "Lastensuojelu ja ryhmä")
    index()
    assert meant("lastensuojelo-ryhma") == "lastensuojelu-ryhmä"


def test_a_word_that_the_dictionary_knows_is_no_slip(home):
    make_text(home, "Meitä tavataan usein")
    index()
    assert meant("mua hakataan") == ""


@pytest.mark.parametrize("hidden", ["Zörkkeli salaisuus", "Zorkkela salaisuus"])
def test_what_stands_on_hidden_pages_alone_changes_no_answer(home, hidden):
    make_text(home, "Zorkkelo tulee")
    index()
    before = search("zorkkeli", "fi")
    make_text(home, hidden, live=False)
    page = make_text(home, f"{hidden} kaksi")
    index()
    page.unpublish()
    after = search("zorkkeli", "fi")
    assert (before.meant, list(before.owners)) == (after.meant, list(after.owners))
    assert before.meant == "zorkkelo"


def test_a_snippet_goes_on_where_there_is_no_space(home):
    make_text(home, "Ohje", introduction=f"https://{'a' * 250}.example kamppeli tanssii")
    index()
    (row,) = results_page("kamppeli").select(".result")
    assert row.mark.get_text() == "kamppeli"
