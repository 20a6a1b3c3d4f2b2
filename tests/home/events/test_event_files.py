"""Calendar files and cards of events, services, places and people."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from kasper_site.cms.models import SiteSettings
from kasper_site.directory.models import Event, EventChange
from tests import factories
from tests.directory.calendar_reader import entries
from tests.home.events.reading import NOW, group, soup

pytestmark = pytest.mark.django_db


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
