"""The list of events: what is ahead month by month, with its filters."""

from datetime import date

import pytest

from kasper_site.directory.models import EventChange
from tests import factories
from tests.home.events.reading import THURSDAY, group, headings, names, soup, words

pytestmark = pytest.mark.django_db


def test_dates_stand_month_by_month_and_what_has_none_below(page):
    group(name_fi="Torstairyhmä")
    factories.make_undated_event(name_fi="Tietoilta lastensuojelusta")
    assert headings(page.url)[:3] == ["Marraskuu 2026", "Joulukuu 2026", "Ajankohta ilmoitetaan myöhemmin"]
    assert names(page.url) == ["Torstairyhmä"] * 3 + ["Tietoilta lastensuojelusta"]


def test_a_cancelled_date_is_told_with_its_reason(page):
    group()
    EventChange.objects.update(date=THURSDAY)
    assert "Peruttu: Ohjaaja on sairaana" in words(soup(page.url).select_one(".story-row"))


def test_what_is_over_is_not_listed_but_its_address_answers(page):
    event = group(first_date=date(2026, 10, 1), weeks=2)
    assert names(page.url) == []
    shown = soup(f"{page.url}{event.slug}/")
    assert "Tämä on jo ollut." in words(shown.main)
    assert shown.select_one("meta[name=robots]")["content"] == "noindex"


def test_after_three_months_a_link_leads_to_the_next(page):
    group(repeats="monthly", weeks=5, name_fi="Kerran kuussa")
    (link,) = [found for found in soup(page.url).select("main a") if "Näytä" in words(found)]
    assert link["href"] == f"{page.url}?kuukausi=2027-02"
    assert headings(link["href"])[0] == "Helmikuu 2027"


def test_filters_are_links_that_keep_each_other(page):
    place = factories.make_place(name_fi="Kohtaamo")
    group(place=place, name_fi="Ryhmä A")
    group(place=factories.make_place(name_fi="Muu"), name_fi="Ryhmä B")
    factories.make_undated_event(name_fi="Tietoilta", place=place)
    found = {words(link): link["href"] for link in soup(page.url).select(".filter-groups a")}
    assert names(found["Kohtaamo"]) == ["Ryhmä A"] * 3 + ["Tietoilta"]
    assert names(f"{page.url}?paikka={place.slug}&laji=tietoilta") == ["Tietoilta"]
    assert names(f"{page.url}?kuukausi=2026-11") == ["Ryhmä A", "Ryhmä B"]


@pytest.mark.parametrize(
    "query", ["?kuukausi=abc", "?laji=%00", "?paikka=" + "x" * 500, "?kuukausi=2026-99&laji=ryhma"]
)
def test_a_wrong_filter_shows_the_way_back(page, query):
    group()
    assert "Poista jokin niistä" in words(soup(page.url + query).main)


def test_an_empty_list_says_so(page):
    assert "Juuri nyt ei ole tiedossa tapahtumia." in words(soup(page.url).main)
