"""What a calendar and an address book get of each fact: labels and cards for the pure functions of the directory."""

from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from kasper_site.cms import visibility
from kasper_site.cms.urls_of import absolute
from kasper_site.directory import event_wording, wording
from kasper_site.directory.calendar.ical import Label
from kasper_site.directory.calendar.vcard import Card, names
from kasper_site.directory.models import Event, Person, Place, Service


def point_label(point: Service | Place) -> Label:
    """The label of a service's or place's opening hours."""
    is_place = isinstance(point, Place)
    return Label(
        key=f"{point._meta.model_name} {point.slug}",
        title=point.name,
        description="\n".join(filter(None, (point.public_phone, point.note))),
        location=point.address if is_place else "",
        url=_url_of_point(point),
        checked_on=point.confirmed_on,
    )


def event_label(event: Event) -> Label:
    """The label of an event."""
    return Label(
        key=f"event {event.slug}",
        title=event.name,
        description=event.summary,
        location=event_wording.where_words(event),
        url=_url_of_event(event),
        checked_on=event.confirmed_on,
    )


def person_card(person: Person, organisation: str) -> Card:
    """The card of somebody who is with us."""
    name = _one_line(person.name)
    given, family = names(name)
    return Card(
        name=name,
        given=given,
        family=family,
        organisation=person.organisation or organisation,
        role=_one_line(person.role),
        tel=person.tel.removeprefix("tel:"),
        email=person.public_email,
        url=absolute(reverse("wagtail_serve", args=[""])),
    )


def point_card(point: Service | Place) -> Card:
    """The card of a service or place; its note tells the hours."""
    is_place = isinstance(point, Place)
    return Card(
        name=_one_line(point.name),
        tel=point.tel.removeprefix("tel:"),
        street=", ".join(filter(None, (point.venue, point.street_address))) if is_place else "",
        municipality=point.municipality if is_place else "",
        url=_url_of_point(point),
        note=wording.hours_words(point.schedule).capitalize(),
    )


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _url_of_point(point: Service | Place) -> str:
    """The page that tells of it in the active language; "" where there is none."""
    wanted = Q(servicepage__service=point) if isinstance(point, Service) else Q(placepage__place=point)
    return _address(Page.objects.filter(wanted))


def _url_of_event(event: Event) -> str:
    lists = _address(Page.objects.filter(eventindexpage__isnull=False))
    return f"{lists}{event.slug}/" if lists else ""


def _address(pages) -> str:
    page = visibility.visible(pages.filter(locale__language_code=translation.get_language())).first()
    return absolute(page.url) if page else ""
