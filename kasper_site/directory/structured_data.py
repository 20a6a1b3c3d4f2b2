"""Services and places with their hours as schema.org data. Pure functions over `directory.hours`.

Closed all day is written as search engines ask for it: opens and closes at the same midnight.
"""

from collections.abc import Iterator
from datetime import date, time

from kasper_site.cms.structured_data import CONTEXT
from kasper_site.cms.urls_of import absolute
from kasper_site.directory import hours
from kasper_site.directory.hours import HolidayPolicy, Reason, Schedule, Span, WeeklyRule
from kasper_site.directory.models import Place, Service

DAYS_AHEAD = 90
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "PublicHolidays")


def help_point(point: Service | Place, schedule: Schedule, url: str, today: date) -> dict:
    """A place with its address, or a service with its number; hours as of `today`."""
    usual, special = list(weekly_hours(schedule, today)), list(special_hours(schedule, today))
    data = {"@context": CONTEXT, "name": point.name, "url": absolute(url)}
    if isinstance(point, Place):
        phone = {"telephone": point.tel.removeprefix("tel:")} if point.tel else {}
        own_hours = {"openingHoursSpecification": usual, "specialOpeningHoursSpecification": special}
        return {**data, "@type": "Place", "address": address(point), **phone, **own_hours}
    line = {"@type": "ContactPoint", "telephone": point.tel.removeprefix("tel:"), "hoursAvailable": [*usual, *special]}
    channel = {"@type": "ServiceChannel", "servicePhone": line}
    return {**data, "@type": "Service", "areaServed": {"@type": "Country", "name": "FI"}, "availableChannel": channel}


def address(place: Place) -> dict:
    """Where a place is."""
    return {
        "@type": "PostalAddress",
        "streetAddress": place.street_address,
        "addressLocality": place.municipality,
        "addressCountry": "FI",
    }


def weekly_hours(schedule: Schedule, today: date) -> Iterator[dict]:
    """The weekly rules that hold today or later."""
    has_holidays = schedule.holiday_policy == HolidayPolicy.OWN_HOURS
    for rule in schedule.rules:
        is_over = rule.valid_until is not None and rule.valid_until < today
        if not is_over and (has_holidays or rule.weekday != hours.PUBLIC_HOLIDAY):
            yield _specification(rule.span, dayOfWeek=_WEEKDAYS[rule.weekday], **_validity(rule))


def special_hours(schedule: Schedule, today: date) -> Iterator[dict]:
    """The days ahead on which other hours hold than the week's, each by itself."""
    for day in hours.days_to_tell(schedule, today, DAYS_AHEAD):
        if day.reason != Reason.WEEKLY:
            dates = {"validFrom": day.day.isoformat(), "validThrough": day.day.isoformat()}
            for span in day.spans or (None,):
                yield _specification(span, **dates)


def _specification(span: Span | None, **fields: str) -> dict:
    opens, closes = (span.opens, span.closes) if span else (time(0), time(0))
    shown = "23:59" if span and closes == hours.MIDNIGHT else f"{closes:%H:%M}"
    return {"@type": "OpeningHoursSpecification", **fields, "opens": f"{opens:%H:%M}", "closes": shown}


def _validity(rule: WeeklyRule) -> dict:
    dates = {"validFrom": rule.valid_from, "validThrough": rule.valid_until}
    return {name: day.isoformat() for name, day in dates.items() if day}
