"""Pages of this section that show facts of the directory without naming any of them."""

from django.db.models import Model, Q, QuerySet
from wagtail.models import Page

from home.models import ContactPage, EventIndexPage, HelpIndexPage, HomePage, PlacePage
from kasper_site.cms.models import SiteSettings
from kasper_site.directory.models import Event, Person
from news import contacts
from news.models import PressRoomPage


def shows(fact: Model) -> QuerySet:
    """The pages that show the fact because they show all of its kind. Used as `usage.register_everywhere`."""
    if isinstance(fact, Event):
        return _of_event(fact)
    page_types = _of_person(fact) if isinstance(fact, Person) else _of_point(fact)
    return Page.objects.type(page_types) if page_types else Page.objects.none()


def _of_person(person: Person) -> tuple:
    """The staff list; the front page and the press room, where the press finds its contact."""
    found = (ContactPage,) if person.is_in_staff_list and person.is_current else ()
    settings = SiteSettings.objects.select_related("press_contact").first() or SiteSettings()
    if person != contacts.press_contact(settings):
        return found
    return (*found, PressRoomPage) if person != settings.press_contact else (*found, HomePage, PressRoomPage)


def _of_event(event: Event) -> QuerySet:
    """The lists of events, and the page of the place where it is held."""
    at_place = PlacePage.objects.filter(place_id=event.place_id) if event.place_id else PlacePage.objects.none()
    return Page.objects.filter(Q(pk__in=EventIndexPage.objects.values("pk")) | Q(pk__in=at_place.values("pk")))


def _of_point(point: Model) -> tuple:
    """The pages with all services and places that have hours."""
    return (HomePage, HelpIndexPage, ContactPage) if point.weekly_hours.exists() else ()
