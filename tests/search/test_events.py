"""Events in the search: found while a visitor reads of them on a list, in the language of that list."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from kasper_site.directory.models import Event, EventChange, Person
from search import query
from search.models import Entry
from tests import factories
from tests.home.events.reading import NOW, THURSDAY, group, once
from tests.search.searchable import index, results_page, suggested, titles

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def page(home):
    """The Finnish list of events."""
    return factories.make_page("home.EventIndexPage", home, title="Ryhmät ja tapahtumat", slug="tapahtumat")


@pytest.fixture
def swedish_page(page):
    """The same list in Swedish."""
    swedish = Locale.objects.get(language_code="sv")
    page.get_parent().specific.copy_for_translation(swedish).save_revision().publish()
    other = page.copy_for_translation(swedish)
    other.title, other.slug = "Grupper", "evenemang"
    other.save_revision().publish()
    other.refresh_from_db()
    return other


@pytest.fixture
def evening(page):
    """One evening, in the index with the list."""
    event = once(
        name_fi="Isovanhempien ilta",
        slug="isovanhempien-ilta",
        summary_fi="Kahvia ja juttelua.",
        description_fi="Puhumme huostaanotosta.\n\nMukana on kokemusasiantuntija.",
        audience_fi="Mummoille ja papoille",
        venue="Kirjaston Kissankellosali",
        place=factories.make_place(municipality="Kouvola"),
        contact_person=factories.make_person(name="Ritva Rantanen"),
    )
    index()
    return event


def found(text: str = "isovanhempien ilta", language: str = "fi") -> list[str]:
    """The keys of what is found."""
    return list(query.search(text, language).owners)


# --- What it is found by ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "Isovanhempien ilta",
        "isovanhempi",
        "illassa",
        "kissankellosali",
        "Kouvolassa",
        "huostaanotto",
        "kahvi",
        "mummo",
        "Rantanen",
    ],
)
def test_it_is_found_by_what_its_page_says_in_any_form(evening, text):
    assert found(text) == [f"event:{evening.pk}:fi"]


def test_a_row_tells_what_it_is_when_it_is_and_where_it_stands(evening):
    row = results_page("kokemusasiantuntija").select_one(".result")
    assert row.select_one(".kind").get_text(" ", strip=True) == "Tapahtuma 26.11.2026"
    assert row.a["href"] == "/tapahtumat/isovanhempien-ilta/"
    assert Client().get(row.a["href"]).status_code == 200
    assert row.mark.get_text() == "kokemusasiantuntija"
    assert [span.get_text() for span in row.select(".result-trail span")][1:] == ["Ryhmät ja tapahtumat"]


def test_a_weekly_group_tells_its_day_and_the_next_date_that_is_held(page):
    event = group(name_fi="Vertaisryhmä", weeks=3)
    index()
    day = results_page("vertaisryhmä torstaisin").select_one(".result time")
    assert day["datetime"] == "2026-11-26"
    EventChange.objects.create(event=event, date=THURSDAY, is_cancelled=True)
    assert results_page("vertaisryhmä").select_one(".result time")["datetime"] == "2026-12-03"


def test_a_person_who_leaves_is_not_named(page):
    group(contact_person=factories.make_person(name="Ritva Rantanen", until_date=THURSDAY))
    index()
    assert found("Rantanen") == []


# --- Who sees it ------------------------------------------------------------------------------------------------------
def test_what_is_over_is_not_found_though_its_address_answers(evening):
    with time_machine.travel(NOW + timedelta(days=5), tick=False):
        assert Client().get("/tapahtumat/isovanhempien-ilta/").status_code == 200
        assert found() == []
        assert suggested("isovan") == []


def test_a_group_is_found_until_its_last_date_has_ended(page):
    event = group(name_fi="Vertaisryhmä", weeks=3, repeats="weekly")
    index()
    last = event.occurrences[-1].end
    assert query.search("vertaisryhmä", "fi", last - timedelta(seconds=1)).total
    assert not query.search("vertaisryhmä", "fi", last).total


def test_an_event_without_a_date_is_found(page):
    factories.make_undated_event(name_fi="Isovanhempien ilta")
    index()
    assert len(found()) == 1
    assert not results_page("isovanhempien").select(".result time")


@pytest.mark.parametrize(("status", "words"), [("cancelled", "Peruttu. "), ("paused", "Tauolla. ")])
def test_one_that_is_off_says_so_as_the_list_does(evening, status, words):
    Event.objects.update(status=status)
    row = results_page("isovanhempien ilta").select_one(".result")
    assert row.select_one(".result-line").get_text().startswith(words)
    assert not row.select("time")


@pytest.mark.parametrize("how", ["draft", "private", "expired", "deleted"])
def test_without_a_visible_list_it_is_not_found(evening, page, how):
    assert found()
    if how == "draft":
        page.unpublish()
    elif how == "private":
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    elif how == "expired":
        type(page).objects.update(expire_at=timezone.now() - timedelta(seconds=1))
    else:
        page.delete()
    assert Entry.objects.filter(event=evening).exists()
    assert found() == []
    assert suggested("isovan") == []
    assert titles(results_page("isovanhempien ilta")) == []


def test_each_language_has_its_own_list_and_words(evening, swedish_page):
    assert found(language="sv") == []
    Event.objects.update(name_sv="Kväll för morföräldrar", description_sv="Vi dricker kaffe.")
    index()
    assert found("kväll", "sv") == found("kaffe", "sv") == [f"event:{evening.pk}:sv"]
    assert found("kväll") == []
    row = results_page("kväll", "/sv/haku/").select_one(".result")
    assert row.a["href"] == "/sv/evenemang/isovanhempien-ilta/"
    assert not row.h3.get("lang")
    swedish_page.unpublish()
    assert found("kväll", "sv") == []
    assert found()


def test_a_name_that_is_not_translated_is_found_and_marked_as_finnish(evening, swedish_page):
    index()
    row = results_page("isovanhempien", "/sv/haku/").select_one(".result")
    assert row.h3["lang"] == "fi"
    assert not row.a.get("hreflang")


# --- What changes -----------------------------------------------------------------------------------------------------
def test_it_follows_when_an_event_is_saved_and_deleted(page, commit):
    index()
    with commit():
        event = group(name_fi="Vertaisryhmä")
    assert found("vertaisryhmä") == [f"event:{event.pk}:fi"]
    event.name_fi = "Perhekahvila"
    with commit():
        event.save()
    assert found("vertaisryhmä") == []
    assert suggested("perhek") == ["Perhekahvila"]
    with commit():
        event.delete()
    assert found("perhekahvila") == suggested("perhek") == []
    assert not Entry.objects.exclude(event=None).exists()


def test_it_follows_when_a_list_is_published_and_taken_away(evening, page, commit):
    with commit():
        page.unpublish()
    assert not Entry.objects.filter(event=evening).exists()
    with commit():
        page.save_revision().publish()
    assert found()
    with commit():
        page.delete()
    assert not Entry.objects.filter(event=evening).exists()


def test_it_follows_its_place_and_whom_to_ask(evening, commit):
    person = Person.objects.get(name="Ritva Rantanen")
    person.name = "Ritva Rautio"
    with commit():
        person.save()
    assert found("Rantanen") == []
    assert found("Rautio")
    evening.place.municipality = "Lappeenranta"
    with commit():
        evening.place.save()
    assert found("Kouvola") == []
    assert found("Lappeenrannassa")
    with commit():
        person.delete()
    assert found("Rautio") == []


# --- Filters, suggestions, cost ---------------------------------------------------------------------------------------
def test_type_and_year_narrow_the_results(evening, home):
    factories.make_page("home.StandardPage", home, title="Isovanhempien opas")
    once(name_fi="Isovanhempien aamu", first_date=date(2027, 1, 14))
    index()
    names = titles(results_page("isovanhempien"))
    assert sorted(names) == ["Isovanhempien aamu", "Isovanhempien ilta", "Isovanhempien opas"]
    narrowed = titles(results_page("isovanhempien", tyyppi="tapahtuma"))
    assert sorted(narrowed) == ["Isovanhempien aamu", "Isovanhempien ilta"]
    assert titles(results_page("isovanhempien", vuosi="2027")) == ["Isovanhempien aamu"]


def test_names_are_suggested(evening):
    assert suggested("ilta iso") == ["Isovanhempien ilta"]


def test_many_events_cost_the_queries_of_few(page):
    def queries(path: str) -> int:
        index()
        Client().get(path)
        with CaptureQueriesContext(connection) as captured:
            Client().get(path)
        return len(captured)

    paths = ("/haku/?q=vertaisryhm%C3%A4", "/haku/ehdotukset/?q=vertais")
    for number in range(2):
        group(name_fi=f"Vertaisryhmä {number}")
    few = [queries(path) for path in paths]
    for number in range(2, 12):
        group(name_fi=f"Vertaisryhmä {number}", contact_person=factories.make_person(), place=factories.make_place())
    assert [queries(path) for path in paths] == few
