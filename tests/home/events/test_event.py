"""One event's page: what a visitor reads, and what machines do."""

import json
from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.test import Client
from wagtail.models import Locale

from kasper_site.delivery import standing
from kasper_site.directory.hours import HELSINKI
from kasper_site.directory.models import Event, EventChange
from tests import factories
from tests.home.events.reading import NOW, THURSDAY, group, names, once, soup, words

pytestmark = pytest.mark.django_db

WEDNESDAY = datetime(2026, 11, 25, 8, 15, tzinfo=HELSINKI)


def test_an_event_tells_when_where_for_whom_and_whom_to_ask(page):
    event = group(
        place=factories.make_place(name_fi="Kohtaamo"),
        repeats="fortnightly",
        times=None,
        until_date=date(2027, 5, 28),
        audience_fi="Vanhemmille",
    )
    text = words(soup(f"{page.url}{event.slug}/").main)
    assert "Joka toinen torstai klo 17–19, 27.5.2027 asti" in text
    assert "Vernissakatu 4, Tikkurila" in text
    assert "Kenelle Vanhemmille" in text
    assert "Henkilö 0 suunnittelija Puhelin 044 350 5179" in text


def test_the_real_day_and_time_of_an_event_on_one_date_are_told(page):
    event = once()
    EventChange.objects.create(event=event, date=THURSDAY, moved_to=date(2026, 11, 27), opens=time(18), closes=time(20))
    text = words(soup(f"{page.url}{event.slug}/").main)
    assert "Milloin Perjantai 27.11.2026 klo 18–20 Siirretty, alun perin torstai 26.11.2026 Kysy" in text
    assert "klo 17–19" not in text


def test_the_real_time_of_the_last_date_of_a_group_is_told(page):
    event = group(first_date=date(2026, 11, 19), weeks=2)
    EventChange.objects.update(date=THURSDAY, is_cancelled=False, opens=time(18), closes=time(20), note="")
    shown = soup(f"{page.url}{event.slug}/")
    assert "Torstai 26.11.2026 klo 18–20 Eri aikaan" in words(shown.select_one("main section"))


def test_an_event_moved_past_its_last_day_stays(page):
    place_page = factories.make_page("home.PlacePage", factories.place_for("home.PlacePage"))
    event = once(first_date=date(2026, 11, 20), place=place_page.place)
    EventChange.objects.create(event=event, date=event.first_date, moved_to=date(2026, 12, 4))
    assert names(page.url) == ["Ryhmä"]
    address = f"{page.url}{event.slug}/"
    assert soup(place_page.url).select_one(f"a[href='{address}']")
    assert address in Client().get("/sitemap.xml").content.decode()


def test_who_has_left_is_not_named_with_a_number(page):
    event = group(phone="")
    event.contact_person.until_date = NOW.date() - timedelta(1)
    event.contact_person.save()
    assert "044" not in words(soup(f"{page.url}{event.slug}/").main)


@pytest.mark.parametrize(
    ("moment", "state", "is_button"),
    [(NOW, "Suljettu. Avautuu ke 25.11. klo 8", False), (WEDNESDAY, "Auki nyt, sulkeutuu klo 8.30", True)],
)
def test_a_helpline_to_ask_says_whether_it_answers(page, moment, state, is_button):
    event = group(contact_person=None, contact_service=factories.make_service(), phone="")
    with time_machine.travel(moment, tick=False):
        asked = soup(f"{page.url}{event.slug}/").select_one("main [data-live=ask]")
    assert state in words(asked)
    assert asked.a["href"] == "tel:+358443505179"
    assert ("button" in asked.a["class"]) is is_button


@pytest.mark.parametrize("helpline", [True, False])
def test_a_number_without_hours_does_not_pretend_to_have_any(page, helpline):
    service = factories.make_service(hours=0) if helpline else None
    event = group(contact_person=None, contact_service=service, phone="" if helpline else "044 350 5179")
    shown = soup(f"{page.url}{event.slug}/").main
    assert [link["class"] for link in shown.select("a[href^='tel:']")] == [["tap"]]
    assert not shown.select(".state")


def test_machines_read_every_coming_date_with_its_state(page):
    event = group()
    found = soup(f"{page.url}{event.slug}/").select("script[type='application/ld+json']")
    graph = next(data["@graph"] for data in map(json.loads, (one.string for one in found)) if "@graph" in data)
    assert graph[0]["startDate"] == "2026-11-26T17:00+02:00"
    assert {one["eventStatus"].rpartition("/")[2] for one in graph} == {"EventScheduled", "EventCancelled"}
    Event.objects.update(status=Event.Status.CANCELLED)
    assert "EventScheduled" not in str(soup(f"{page.url}{event.slug}/"))


def test_an_event_has_its_own_address_name_and_place_in_the_site(page):
    event = group(name_fi="Torstairyhmä", summary_fi="Tule kahville.")
    shown = soup(f"{page.url}{event.slug}/")
    assert words(shown.title) == "Torstairyhmä – Kasper ry"
    assert shown.select_one("link[rel=canonical]")["href"].endswith("/tapahtumat/torstairyhma/")
    assert shown.select_one("meta[name=description]")["content"] == "Tule kahville."
    assert [words(one) for one in shown.select(".breadcrumb li")] == ["Etusivu", "Tapahtumat", "Torstairyhmä"]
    assert "/tapahtumat/torstairyhma/" in Client().get("/sitemap.xml").content.decode()


def test_an_event_answers_in_other_languages_below_their_lists(page):
    event = group(name_sv="Torsdagsgrupp")
    swedish = page.get_parent().copy_for_translation(Locale.objects.get(language_code="sv"))
    swedish.save_revision().publish()
    other = page.copy_for_translation(Locale.objects.get(language_code="sv"))
    other.save_revision().publish()
    shown = soup(f"{other.url}{event.slug}/")
    assert words(shown.h1) == "Torsdagsgrupp"
    assert shown.select_one("link[hreflang=fi]")["href"].endswith(f"/tapahtumat/{event.slug}/")
    assert "varje torsdag" in words(shown.main).lower()


@pytest.mark.parametrize("tail", ["eiole/", "ryhma/lisaa/"])
def test_other_addresses_below_the_list_answer_404(page, tail):
    group()
    assert Client().get(page.url + tail).status_code == 404


def test_the_frame_treats_an_event_as_the_list_it_stands_in(page, settings, tmp_path):
    """A notice of the section shows on it, and a list that is discreet outside keeps its events so."""
    settings.VAR_DIR = tmp_path
    factories.make_undated_event(name_fi="Äidit ja isät", slug="aidit")
    notice = {"severity": "notice", "from": 0, "until": 9e9, "paths": [page.path], "phone": "", "tel": "", "links": {}}
    standing.write("banners", [{**notice, "texts": {"fi": {"heading": "Tauolla", "text": ""}}}])
    shown = soup(f"{page.url}aidit/")
    assert "Tauolla" in words(shown)
    assert "Äidit" in words(shown.head)
    type(page).objects.update(is_discreet=True)
    shown = soup(f"{page.url}aidit/")
    assert "Äidit" not in str(shown.head)
    assert words(shown.h1) == "Äidit ja isät"
