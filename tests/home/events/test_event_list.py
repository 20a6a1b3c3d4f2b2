"""The list of events: what is ahead month by month, with its filters."""

from datetime import date, time

import pytest

from kasper_site.directory.calendar import occurrences
from kasper_site.directory.models import EventChange
from tests import factories
from tests.home.events.reading import THURSDAY, group, headings, names, soup, words

pytestmark = pytest.mark.django_db


def test_events_stand_once_by_the_month_of_their_next_date_and_what_has_none_below(page):
    group(name_fi="Torstairyhmä")
    group(name_fi="Joulun jälkeen", first_date=date(2026, 12, 31), weeks=2)
    factories.make_undated_event(name_fi="Tietoilta lastensuojelusta")
    assert headings(page.url)[:3] == ["Marraskuu 2026", "Joulukuu 2026", "Ajankohta ilmoitetaan myöhemmin"]
    assert names(page.url) == ["Torstairyhmä", "Joulun jälkeen", "Tietoilta lastensuojelusta"]


def test_the_dates_after_the_next_are_told_but_not_those_that_are_cancelled(page):
    event = group(weeks=8)
    EventChange.objects.update(date=date(2026, 12, 3))
    EventChange.objects.create(event=event, date=date(2026, 12, 10), opens=time(18), closes=time(20))
    row = words(soup(page.url).select_one(".story-row"))
    assert "Torstai 26.11.2026 klo 17–19" in row
    assert "Seuraavat: 10.12. klo 18–20, 17.12., 24.12. " in f"{row} "
    group(first_date=date(2026, 11, 23), weeks=8, name_fi="Toinen")
    in_december = [words(found) for found in soup(f"{page.url}?kuukausi=2026-12").select(".story-row")]
    assert "Torstai 3.12.2026 klo 17–19" in in_december[0]
    assert "Maanantai 7.12.2026" in in_december[1]
    assert "Seuraavat: 14.12., 21.12., 28.12." in in_december[1]


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
    for first in (date(2026, 11, 24), date(2026, 12, 1), date(2027, 1, 12), date(2027, 2, 9)):
        group(repeats="once", times=None, first_date=first)
    (link,) = [found for found in soup(page.url).select("main a") if "Näytä" in words(found)]
    assert link["href"] == f"{page.url}?kuukausi=2027-02#lista"
    assert headings(link["href"])[0] == "Helmikuu 2027"


def test_filters_are_links_to_the_list_that_keep_each_other(page):
    place = factories.make_place(name_fi="Kohtaamo")
    group(place=place, name_fi="Ryhmä A")
    group(place=factories.make_place(name_fi="Muu"), name_fi="Ryhmä B")
    factories.make_undated_event(name_fi="Tietoilta", place=place)
    found = {words(link): link["href"] for link in soup(page.url).select(".filter-groups a")}
    assert names(found["Kohtaamo"]) == ["Ryhmä A", "Tietoilta"]
    assert names(f"{page.url}?paikka={place.slug}&laji=tietoilta") == ["Tietoilta"]
    assert names(f"{page.url}?kuukausi=2026-12") == ["Ryhmä A", "Ryhmä B"]
    links = [link["href"] for link in soup(found["Kohtaamo"]).select(".filter-groups a, main .filter-status a")]
    assert all(soup(link).select_one(f"main #{link.partition('#')[2]}") for link in links if link != "#rajaus")


def test_a_list_of_many_long_groups_makes_only_the_dates_of_a_year(page, monkeypatch):
    group(weeks=150)
    made = []
    really = occurrences._occurrence
    monkeypatch.setattr(occurrences, "_occurrence", lambda *of: made.append(of) or really(*of))
    assert len(names(page.url)) == 1
    assert len(made) < 60


@pytest.mark.parametrize(
    "query", ["?kuukausi=abc", "?laji=%00", "?paikka=" + "x" * 500, "?kuukausi=2026-99&laji=ryhma"]
)
def test_a_wrong_filter_shows_the_way_back(page, query):
    group()
    assert "Poista jokin niistä" in words(soup(page.url + query).main)


def test_an_empty_list_says_so(page):
    assert "Juuri nyt ei ole tiedossa tapahtumia." in words(soup(page.url).main)
