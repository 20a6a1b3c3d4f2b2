"""Opening hours and events as iCalendar files (RFC 5545, 7986), which phones import or subscribe to. Pure functions.

A file depends on the facts alone: asked twice, it is the same to the byte, so whoever has it already is told so. A
discreet one says nothing of what it is about: neither title nor place, address or organisation.
"""

import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

import icalendar
from django.utils.translation import gettext as _

from kasper_site.directory import hours
from kasper_site.directory.calendar import occurrences
from kasper_site.directory.calendar.occurrences import Frequency, Occurrence, Plan
from kasper_site.directory.calendar.series import Series, Single, Window, ends, is_plain, of_schedule
from kasper_site.directory.hours import HELSINKI, Schedule, Span

REFRESH = timedelta(hours=12)
_IDS = uuid.UUID("5f0d2b52-3b0a-4c3e-9a57-0f2b7f1c6a10")
_BEGINNING = date(2020, 1, 1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PRODUCT = "-//Kasper ry//Kasper//FI"
_NO_PRODUCT = "-//-//-//FI"


@dataclass(frozen=True)
class Label:
    """What a calendar says besides the times. `key` tells entries apart for good; `checked_on` dates the facts."""

    key: str
    title: str
    description: str = ""
    location: str = ""
    url: str = ""
    checked_on: date | None = None
    is_discreet: bool = False
    is_called_off: bool = False


def discreet(label: Label) -> Label:
    """A label that tells nothing."""
    # Translators: the neutral title of an entry in somebody's calendar; it must not tell what it is about
    return Label(f"discreet {label.key}", _("Reminder"), checked_on=label.checked_on, is_discreet=True)


def of_hours(label: Label, schedule: Schedule, shown: Window) -> bytes:
    """The opening hours of a service or place on the days shown."""
    series, singles = of_schedule(schedule, shown)
    entries = [*_weekly(label, series), *(_single(label, one) for one in singles)]
    for entry in entries:
        entry.add("transp", "TRANSPARENT")  # hours of others take up nobody's time
    return _calendar(label, entries, shown.first)


def of_event(label: Label, plan: Plan, is_cancelled: bool = False) -> bytes:
    """An event with its recurrence, the dates left out and those that differ."""
    entries = _event_entries(_called_off(label) if is_cancelled else label, plan)
    for entry in entries if is_cancelled else []:
        entry["status"] = icalendar.vText("CANCELLED")  # once, though a date may be cancelled by itself too
    return _calendar(label, entries, plan.first)


def _calendar(label: Label, entries: list[icalendar.Event], first: date) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _NO_PRODUCT if label.is_discreet else _PRODUCT)
    calendar.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, _one_line(label.title))
    calendar.add("x-wr-timezone", "Europe/Helsinki")
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", icalendar.vDuration(REFRESH))
    for entry in entries:
        calendar.add_component(entry)
    # From the year before, so that the first entry's own offset is in it.
    calendar.add_missing_timezones(first_date=date(first.year - 1, 1, 1), last_date=date(first.year + 8, 1, 1))
    return calendar.to_ical()


def _entry(label: Label, key: str, start: datetime, end: datetime, note: str = "") -> icalendar.Event:
    """What all entries have. A file without a date of its facts has one that never changes."""
    entry, checked = icalendar.Event(), label.checked_on or _BEGINNING
    entry.add("uid", str(uuid.uuid5(_IDS, f"{label.key} {key}")))
    entry.add("dtstamp", datetime.combine(checked, time(12), UTC))
    entry.add("sequence", max((checked - _BEGINNING).days, 0))
    entry.add("dtstart", start.astimezone(HELSINKI))
    entry.add("dtend", end.astimezone(HELSINKI))
    entry.add("summary", _one_line(label.title))
    if label.is_discreet:
        entry.add("class", "PRIVATE")
        return entry
    description = "\n".join(filter(None, (*note.splitlines(), *label.description.splitlines())))
    told = {"description": description, "location": _one_line(label.location)}
    for name, text in {**told, "url": label.url}.items():
        if text:
            entry.add(name, text)
    return entry


def _one_line(text: str) -> str:
    return " ".join(text.split())


# --- Opening hours ----------------------------------------------------------------------------------------------------
def _weekly(label: Label, series: list[Series]) -> Iterator[icalendar.Event]:
    """The series, with names that stay when the window moves on: those of one weekday and time are numbered."""
    known = Counter()
    for one in series:
        day = _WEEKDAYS[one.first.weekday()]
        key = f"weekly {day} {one.span.opens} {one.span.closes}"
        entry = _entry(label, f"{key} {known[key]}", *ends(one.first, one.span))
        known[key] += 1
        if one.last > one.first:
            entry.add("rrule", _rule("WEEKLY", day, one.last, one.span))
        _leave_out(entry, one.left_out, one.span)
        yield entry


def _single(label: Label, single: Single) -> icalendar.Event:
    return _entry(label, f"single {single.start.isoformat()}", single.start, single.end, single.note)


# --- Events -----------------------------------------------------------------------------------------------------------
def _event_entries(label: Label, plan: Plan) -> list[icalendar.Event]:
    """The recurring entry, one for each date that differs from it, and one for each date that the clock change bends.

    An event on one date is that date alone, as it is really held.
    """
    found = occurrences.occurrences(plan)
    regular = [one for one in found if is_plain(one.planned, plan.span)]
    bent = [_date(label, one, f"event {one.planned}") for one in found if one not in regular]
    if not regular:
        return bent
    if len(regular) == 1:
        return [_date(label, regular[0], "event"), *bent]
    return [_main(label, plan, regular), *(_different(label, one, plan) for one in regular if one.is_changed), *bent]


def _main(label: Label, plan: Plan, regular: list[Occurrence]) -> icalendar.Event:
    """The recurring entry from its first date to its last."""
    planned = [one.planned for one in regular]
    first, last = min(planned), max(planned)
    main = _entry(label, "event", *ends(first, plan.span))
    main.add("rrule", _recurrence(plan, last))
    days = (day for day in occurrences.planned_days(plan) if first < day < last)
    _leave_out(main, [day for day in days if day not in planned], plan.span)
    return main


def _recurrence(plan: Plan, last: date) -> icalendar.vRecur:
    day = _WEEKDAYS[plan.first.weekday()]
    if plan.frequency == Frequency.MONTHLY:
        return _rule("MONTHLY", f"{occurrences.place_in_month(plan.first)}{day}", last, plan.span)
    return _rule("WEEKLY", day, last, plan.span, 2 if plan.frequency == Frequency.FORTNIGHTLY else 1)


def _different(label: Label, one: Occurrence, plan: Plan) -> icalendar.Event:
    """An occurrence that takes the place of the one that the recurrence names."""
    entry = _date(label, one, "event")
    entry.add("recurrence-id", _wall(one.planned, plan.span))
    return entry


def _date(label: Label, one: Occurrence, key: str) -> icalendar.Event:
    entry = _entry(_called_off(label) if one.is_cancelled else label, key, one.start, one.end, one.note)
    if one.is_cancelled:
        entry.add("status", "CANCELLED")
    return entry


def _called_off(label: Label) -> Label:
    """The label of what is not held; a discreet one stays as it is."""
    if label.is_discreet or label.is_called_off:
        return label
    # Translators: title of an entry in somebody's calendar
    return replace(label, title=_("Cancelled: %(name)s") % {"name": label.title}, is_called_off=True)


# --- Recurrence -------------------------------------------------------------------------------------------------------
def _rule(frequency: str, day: str, last: date, span: Span, interval: int = 1) -> icalendar.vRecur:
    """A recurrence until its last date, whose start is given in UTC (RFC 5545, 3.3.10)."""
    terms = {"freq": frequency, "byday": day, "until": ends(last, span)[0]}
    return icalendar.vRecur(terms | ({"interval": interval} if interval > 1 else {}))


def _leave_out(entry: icalendar.Event, days: list[date] | tuple[date, ...], span: Span) -> None:
    if days:
        entry.add("exdate", [_wall(day, span) for day in days])


def _wall(day: date, span: Span) -> datetime:
    """The start of a date as the recurrence names it, whether the clock shows it or not."""
    return hours.at(day, span.opens)
