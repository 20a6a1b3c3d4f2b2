"""Calendar files and subscriptions, and cards for the address book. What is not public answers as no page does: 404."""

import hashlib
from collections.abc import Callable

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from home.events import files
from home.models import EventIndexPage
from kasper_site.cms import frame, visibility
from kasper_site.cms.models import SiteSettings
from kasper_site.directory import usage
from kasper_site.directory.calendar import ical, vcard
from kasper_site.directory.calendar.series import window
from kasper_site.directory.models import Event, Person, Place, Service
from kasper_site.directory.short_names import DISCREET

CALENDAR = "text/calendar; charset=utf-8"
CARD = "text/vcard; charset=utf-8"
NEUTRAL_NAME = "kalenteri.ics"


@require_safe
def hours_calendar(request, slug: str):
    """The opening hours of a service or place; `…-huomaamaton` says nothing of whose they are."""
    point, is_discreet = _asked(slug, _point)
    if point is None:
        raise Http404
    label = ical.discreet(files.point_label(point)) if is_discreet else files.point_label(point)
    data = ical.of_hours(label, point.schedule, window(timezone.localdate()))
    return _file(request, data, CALENDAR, NEUTRAL_NAME if is_discreet else f"{point.slug}.ics")


@require_safe
def event_calendar(request, slug: str):
    """The dates of an event; `…-huomaamaton` says nothing of what it is. None without dates or without a list."""
    event, is_discreet = _asked(slug, _event)
    if event is None or event.plan is None or not _has_public_list():
        raise Http404
    label = ical.discreet(files.event_label(event)) if is_discreet else files.event_label(event)
    data = ical.of_event(label, event.plan, is_cancelled=event.status != Event.Status.ON)
    return _file(request, data, CALENDAR, NEUTRAL_NAME if is_discreet else f"{event.slug}.ics")


@require_safe
def contact_card(request, key: str):
    """The card of a service or place by its short name, or of a person by the number, while a page names them."""
    if point := _point(key):
        return _file(request, vcard.card(files.point_card(point)), CARD, f"{key}.vcf")
    person = Person.objects.current().filter(pk=int(key)).first() if key.isdecimal() and len(key) < 18 else None
    if person is None or not _is_named(person):
        raise Http404
    settings = frame.settings_for(request)
    organisation = (settings and settings.organisation_name) or "Kasper ry"
    return _file(request, vcard.card(files.person_card(person, organisation)), CARD, f"yhteystieto-{key}.vcf")


def _asked(slug: str, find: Callable) -> tuple[Event | Service | Place | None, bool]:
    """The fact whose calendar is asked for, and whether a discreet one is. A fact of exactly that name goes first."""
    if found := find(slug):
        return found, False
    return (find(slug.removesuffix(DISCREET)), True) if slug.endswith(DISCREET) else (None, False)


def _event(slug: str) -> Event | None:
    return Event.objects.whole().filter(slug=slug).first()


def _has_public_list() -> bool:
    """Whether a visitor may see a list of events, in whatever language: events are public through it."""
    return visibility.visible(EventIndexPage.objects.all()).exists()


def _is_named(person: Person) -> bool:
    """Whether somebody who is with us stands on a page that a visitor may see, or around every page."""
    contact = Q(press_contact=person) | Q(feedback_contact=person)
    return (
        person.is_in_staff_list
        or SiteSettings.objects.filter(contact).exists()
        or (person.events.exists() and _has_public_list())
        or usage.public_count(person) > 0
    )


def _point(slug: str) -> Service | Place | None:
    """The service or place with that short name."""
    rows = ("weekly_hours", "hours_exceptions")
    found = (model.objects.filter(slug=slug).prefetch_related(*rows).first() for model in (Service, Place))
    return next((point for point in found if point), None)


def _file(request, data: bytes, content_type: str, name: str) -> HttpResponse:
    """A file for download that says by its tag whether it has changed."""
    etag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["ETag"] = etag
    response["X-Robots-Tag"] = "noindex"
    return get_conditional_response(request, etag=etag, response=response)
