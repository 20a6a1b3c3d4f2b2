"""Events as schema.org data: one for each coming date. Pure functions over `directory.events`."""

from kasper_site.cms.structured_data import CONTEXT
from kasper_site.cms.urls_of import absolute
from kasper_site.directory.calendar.occurrences import Occurrence
from kasper_site.directory.events import EventState
from kasper_site.directory.hours import HELSINKI
from kasper_site.directory.models import Event
from kasper_site.directory.structured_data import address

DATES_TOLD = 12
_STATUS = "https://schema.org/Event"


def event(state: EventState, url: str, organiser: str) -> dict:
    """The coming dates of an event as a graph; an empty one where none is known."""
    dates = [_date(state.event, one, url, organiser) for one in state.coming[:DATES_TOLD]]
    return {"@context": CONTEXT, "@graph": dates}


def _date(event: Event, one: Occurrence, url: str, organiser: str) -> dict:
    data = {
        "@type": "Event",
        "name": event.name,
        "url": absolute(url),
        "startDate": one.start.astimezone(HELSINKI).isoformat(timespec="minutes"),
        "endDate": one.end.astimezone(HELSINKI).isoformat(timespec="minutes"),
        "eventStatus": f"{_STATUS}{_status(event, one)}",
        "organizer": {"@type": "NGO", "name": organiser},
    }
    if _status(event, one) == "Rescheduled":
        data["previousStartDate"] = one.planned.isoformat()
    if locations := _locations(event, url):
        data["location"] = locations
        data["eventAttendanceMode"] = f"{_STATUS.removesuffix('Event')}{_mode(event)}EventAttendanceMode"
    return data | ({"description": event.summary} if event.summary else {})


def _status(event: Event, one: Occurrence) -> str:
    if event.status == Event.Status.CANCELLED or one.is_cancelled:
        return "Cancelled"
    if event.status == Event.Status.PAUSED:
        return "Postponed"
    return "Rescheduled" if one.day != one.planned else "Scheduled"


def _locations(event: Event, url: str) -> list[dict]:
    found = []
    if event.place:
        found.append({"@type": "Place", "name": event.place.name, "address": address(event.place)})
    elif event.venue:
        found.append({"@type": "Place", "name": event.venue, "address": event.venue})
    if event.is_online:
        found.append({"@type": "VirtualLocation", "url": absolute(url)})
    return found


def _mode(event: Event) -> str:
    if not event.is_online:
        return "Offline"
    return "Mixed" if event.place or event.venue else "Online"
