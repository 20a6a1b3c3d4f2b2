"""Calendar files and subscriptions, and cards for the address book. What is not public answers as no page does: 404."""

import hashlib

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from home.events import files
from kasper_site.cms import frame
from kasper_site.directory.calendar import ical, vcard
from kasper_site.directory.calendar.series import window
from kasper_site.directory.models import Event, Person, Place, Service

CALENDAR = "text/calendar; charset=utf-8"
CARD = "text/vcard; charset=utf-8"
NEUTRAL_NAME = "kalenteri.ics"


@require_safe
def hours_calendar(request, slug: str):
    """The opening hours of a service or place; `…-huomaamaton` says nothing of whose they are."""
    bare, is_discreet = _asked(slug)
    point = _point(bare)
    if point is None:
        raise Http404
    label = ical.discreet(files.point_label(point)) if is_discreet else files.point_label(point)
    data = ical.of_hours(label, point.schedule, window(timezone.localdate()))
    return _file(request, data, CALENDAR, NEUTRAL_NAME if is_discreet else f"{bare}.ics")


@require_safe
def event_calendar(request, slug: str):
    """The dates of an event; `…-huomaamaton` says nothing of what it is. Without dates there is no calendar."""
    bare, is_discreet = _asked(slug)
    event = Event.objects.whole().filter(slug=bare).first()
    if event is None or event.plan is None:
        raise Http404
    label = ical.discreet(files.event_label(event)) if is_discreet else files.event_label(event)
    data = ical.of_event(label, event.plan, is_cancelled=event.status != Event.Status.ON)
    return _file(request, data, CALENDAR, NEUTRAL_NAME if is_discreet else f"{bare}.ics")


@require_safe
def contact_card(request, key: str):
    """The card of a service or place by its short name, or of a person by the number; none after their last day."""
    if point := _point(key):
        return _file(request, vcard.card(files.point_card(point)), CARD, f"{key}.vcf")
    person = Person.objects.current().filter(pk=int(key)).first() if key.isdecimal() and len(key) < 18 else None
    if person is None:
        raise Http404
    settings = frame.settings_for(request)
    organisation = (settings and settings.organisation_name) or "Kasper ry"
    return _file(request, vcard.card(files.person_card(person, organisation)), CARD, f"yhteystieto-{key}.vcf")


def _asked(slug: str) -> tuple[str, bool]:
    """The short name in an address, and whether a discreet file is asked for."""
    bare = slug.removesuffix(files.DISCREET)
    return bare, bare != slug


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
