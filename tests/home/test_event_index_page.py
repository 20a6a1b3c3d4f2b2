"""The list of events and one event's page: what a visitor reads, and what machines do."""

import json
import re
from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Locale, PageViewRestriction

from kasper_site.cms.models import SiteSettings
from kasper_site.delivery import standing
from kasper_site.directory.hours import HELSINKI
from kasper_site.directory.models import Event, EventChange
from tests import factories
from tests.directory.calendar_reader import entries

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 22, 12, tzinfo=HELSINKI)
THURSDAY = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def page():
    home = factories.make_site()
    factories.make_person()
    return factories.make_page("home.EventIndexPage", home, title="Tapahtumat", slug="tapahtumat")


def soup(url: str) -> BeautifulSoup:
    response = Client().get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(found) -> str:
    return re.sub(r"\s+", " ", found.get_text(" ", strip=True)).replace("\xa0", " ")


def headings(url: str) -> list[str]:
    return [words(found) for found in soup(url).select("main h2")]


def names(url: str) -> list[str]:
    return [words(found) for found in soup(url).select("main h3")]


def group(**fields) -> Event:
    return factories.make_event(**{"first_date": THURSDAY, "name_fi": "Ryhmä", "weeks": 3, **fields})


def once(**fields) -> Event:
    return group(repeats="once", times=None, **fields)


# --- The list ---------------------------------------------------------------------------------------------------------
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


# --- One event --------------------------------------------------------------------------------------------------------
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


# --- Calendars and cards ----------------------------------------------------------------------------------------------
def test_a_calendar_file_tells_by_its_tag_that_nothing_has_changed(page):
    event = group()
    url = f"/kalenteri/tapahtuma/{event.slug}.ics"
    first = Client().get(url)
    assert first["Content-Type"] == "text/calendar; charset=utf-8"
    assert first["Content-Disposition"] == f'attachment; filename="{event.slug}.ics"'
    assert entries(first.content)[0].value("URL").endswith(f"/tapahtumat/{event.slug}/")
    again = Client().get(url, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    EventChange.objects.all().delete()
    assert Client().get(url, headers={"if-none-match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("kind", ["kalenteri/", "kalenteri/tapahtuma/"])
def test_a_discreet_file_names_nobody(page, kind):
    slug = group(name_fi="Ryhma").slug if "tapahtuma" in kind else factories.make_service(slug="tukiluuri").slug
    response = Client().get(f"/{kind}{slug}-huomaamaton.ics")
    assert response["Content-Disposition"] == 'attachment; filename="kalenteri.ics"'
    assert entries(response.content)[0].value("SUMMARY") == "Muistutus"
    assert not re.search(rb"kasper|http|ryhma|tukiluuri|044", response.content.lower())


def test_cards_of_those_who_are_with_us(page):
    person, service = factories.make_person(name="Sanna Välimäki"), factories.make_service(slug="tukiluuri")
    assert "N:Välimäki;Sanna;;;" in Client().get(f"/yhteystieto/{person.pk}.vcf").content.decode()
    assert "TEL;TYPE=WORK,VOICE:+358443505179" in Client().get(f"/yhteystieto/{service.slug}.vcf").content.decode()
    person.until_date = NOW.date() - timedelta(1)
    person.save()
    assert Client().get(f"/yhteystieto/{person.pk}.vcf").status_code == 404


def card_status(person) -> int:
    return Client().get(f"/yhteystieto/{person.pk}.vcf").status_code


def test_who_stands_on_no_page_has_no_card(page):
    person = factories.make_person(is_in_staff_list=False)
    assert card_status(person) == 404
    block = ("paragraph", {"text": f'<p><embed embedtype="fact" id="person:{person.pk}:phone"/></p>'})
    shown = factories.make_page("home.StandardPage", page.get_parent(), body=[block])
    assert card_status(person) == 200
    shown.unpublish()
    assert card_status(person) == 404


@pytest.mark.parametrize("field", ["press_contact", "feedback_contact"])
def test_contacts_of_the_site_have_cards(page, field):
    person = factories.make_person(is_in_staff_list=False)
    SiteSettings.objects.update(**{field: person})
    assert card_status(person) == 200


def test_a_private_list_gives_neither_calendars_nor_contacts_away(page):
    person = factories.make_person(is_in_staff_list=False)
    slug = group(contact_person=person).slug
    files = [f"/kalenteri/tapahtuma/{slug}{end}.ics" for end in ("", "-huomaamaton")]
    assert [Client().get(url).status_code for url in files] == [200, 200]
    assert card_status(person) == 200
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="salasana")
    assert [Client().get(url).status_code for url in files] == [404, 404]
    assert card_status(person) == 404


def test_a_calendar_of_exactly_that_name_goes_first(page):
    for slug in ("ryhma", "ryhma-huomaamaton"):
        event = group(slug=f"{slug}-x", name_fi=slug)
        Event.objects.filter(pk=event.pk).update(slug=slug)
    found = Client().get("/kalenteri/tapahtuma/ryhma-huomaamaton.ics")
    assert entries(found.content)[0].value("SUMMARY") == "ryhma-huomaamaton"


def test_a_line_break_in_a_name_breaks_no_file(page):
    event = group(name_fi="Torstain\nryhmä", venue="Sali\r\n2")
    event.contact_person.name = "Sanna\nVälimäki"
    event.contact_person.save()
    (main, *_others) = entries(Client().get(f"/kalenteri/tapahtuma/{event.slug}.ics").content)
    assert main.value("SUMMARY") == "Torstain ryhmä"
    card = Client().get(f"/yhteystieto/{event.contact_person.pk}.vcf").content.decode()
    assert "FN:Sanna Välimäki\r\nN:Välimäki;Sanna;;;" in card


@pytest.mark.parametrize(
    "url",
    ["kalenteri/eiole.ics", "kalenteri/tapahtuma/eiole.ics", "yhteystieto/0.vcf", f"yhteystieto/{'9' * 30}.vcf"],
)
def test_nothing_else_answers(page, url):
    assert Client().get(f"/{url}").status_code == 404


def test_an_event_without_dates_has_no_calendar(page):
    event = factories.make_undated_event()
    assert Client().get(f"/kalenteri/tapahtuma/{event.slug}.ics").status_code == 404
    assert not soup(f"{page.url}{event.slug}/").select(".calendar-links")


def test_a_places_page_offers_its_calendar_contact_and_events(page):
    place_page = factories.make_page("home.PlacePage", factories.place_for("home.PlacePage"))
    event = group(place=place_page.place)
    shown = soup(place_page.url)
    links = [link["href"] for link in shown.select(".calendar-links a")]
    slug = place_page.place.slug
    assert links[0].startswith("webcal://")
    assert links[1:] == [f"/kalenteri/{slug}.ics", f"/kalenteri/{slug}-huomaamaton.ics", f"/yhteystieto/{slug}.vcf"]
    assert shown.select_one(f"a[href='{page.url}{event.slug}/']")


# --- What cannot be ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"closes": time(16)}, "closes"),
        ({"closes": None}, "closes"),
        ({"first_date": None, "opens": None, "closes": None}, "first_date"),
        ({"first_date": date(2206, 1, 1)}, "first_date"),
        ({"times": None}, "until_date"),
        ({"until_date": date(2027, 1, 1)}, "until_date"),
        ({"times": None, "until_date": date(2026, 1, 1)}, "until_date"),
        ({"times": None, "until_date": date(2030, 1, 1)}, "until_date"),
        ({"repeats": "monthly", "times": 60}, "times"),
        ({"repeats": "once"}, "times"),
        (
            {"repeats": "once", "times": None, "first_date": date(2026, 12, 24), "holiday_policy": "closed"},
            "first_date",
        ),
        ({"phone": "soita"}, "phone"),
        ({"slug": "ryhma-huomaamaton"}, "slug"),
        ({"slug": "2026"}, "slug"),
    ],
)
def test_what_cannot_be_true_is_refused_in_words(page, fields, field):
    with pytest.raises(ValidationError) as caught:
        group(**fields)
    assert field in caught.value.message_dict


@pytest.mark.parametrize("moved_to", [date.max, date.min, date(2028, 11, 26), date(2024, 11, 26)])
def test_a_date_is_moved_a_year_at_most(page, moved_to):
    change = EventChange(event=group(), date=THURSDAY, moved_to=moved_to)
    with pytest.raises(ValidationError) as caught:
        change.full_clean()
    assert list(caught.value.message_dict) == ["moved_to"]
    EventChange(event=change.event, date=THURSDAY, moved_to=date(2027, 11, 26)).full_clean()


def test_the_name_in_addresses_belongs_to_one_fact(page):
    service, place = factories.make_service(slug="talo"), factories.make_place(slug="tupa")
    for point, slugs in {service: ("tupa", "44", "a-huomaamaton"), place: ("talo", "44", "a-huomaamaton")}.items():
        point.full_clean()
        for slug in slugs:
            point.slug = slug
            with pytest.raises(ValidationError) as caught:
                point.full_clean()
            assert "slug" in caught.value.message_dict


def test_without_a_day_there_is_somebody_to_ask(page):
    with pytest.raises(ValidationError) as caught:
        factories.make_undated_event(contact_person=None, phone="")
    assert "kysyä" in caught.value.message_dict["contact_person"][0]


def test_the_end_of_the_address_is_made_from_the_name(page):
    assert [group(name_fi="Äidit ja isät").slug for _number in range(2)] == ["aidit-ja-isat", "aidit-ja-isat-2"]
    assert group(name_fi="Ryhmä, huomaamaton").slug == "ryhma-huomaamaton-2"
    assert group(name_fi="2026").slug == "2026-2"


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
