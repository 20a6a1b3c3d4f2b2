"""When and where events are, in words, in the active language. Pure functions over `calendar.occurrences`."""

from collections.abc import Iterable
from datetime import date

from django.utils import dateformat, timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kasper_site.cms.wording import date_words, day_and_month
from kasper_site.directory.calendar import occurrences
from kasper_site.directory.calendar.occurrences import Frequency, Occurrence, Plan
from kasper_site.directory.wording import Mark, plain, span_words


def when_words(plan: Plan | None) -> str:
    """When the event is, as a whole: "every second Thursday 17:00–19:00, until 28 May 2027"."""
    if plan is None:
        return _("The time will be told later")
    if plan.frequency == Frequency.ONCE:
        return f"{_day(plan.first)} {span_words(plan.span)}"
    words = {"day": _weekday(plan.first), "time": span_words(plan.span)}
    if plan.frequency == Frequency.WEEKLY:
        # Translators: %(day)s is a weekday, %(time)s clock times with their word: “every Thursday 17:00–19:00”
        every = _("every %(day)s %(time)s") % words
    elif plan.frequency == Frequency.FORTNIGHTLY:
        # Translators: for example “every second Thursday 17:00–19:00”
        every = _("every second %(day)s %(time)s") % words
    else:
        # Translators: for example “on the second Thursday of the month, 17:00–19:00”
        every = _("on the %(ordinal)s %(day)s of the month, %(time)s") % {**words, "ordinal": _ordinal(plan.first)}
    return _("%(every)s, until %(date)s") % {"every": every, "date": date_words(occurrences.planned_days(plan)[-1])}


def occurrence_words(one: Occurrence) -> str:
    """One date: "Thursday 26 November 2026 17:00–19:00"."""
    return f"{_day(one.day)} {span_words(one.span)}"


def following_words(dates: Iterable[Occurrence]) -> str:
    """The dates after the one that is told: "Then: 3 December, 10 December"."""
    # Translators: %(days)s are the next dates of a group, after the one that stands above
    return _("Then: %(days)s") % {"days": ", ".join(map(_short, dates))}


def _short(one: Occurrence) -> str:
    day = day_and_month(one.day) if one.day.year == timezone.localdate().year else date_words(one.day)
    return f"{day} {span_words(one.span)}" if one.is_retimed else day


def change_words(one: Occurrence | None, mark: Mark = plain) -> str:
    """What is different on a date, with the editor's reason: "Cancelled: the leader is ill"; "" where nothing is."""
    if not one:  # a template may have no date at hand
        return ""
    note = one.note.rstrip(".")
    note = note and mark(note, True)
    if one.is_cancelled:
        return _with_note(_("Cancelled"), note)
    if one.day != one.planned:
        return _with_note(_("Moved from %(day)s") % {"day": _day(one.planned)}, note)
    return _with_note(_("Another time"), note) if one.is_retimed else note


def where_words(event) -> str:
    """Where it is, on one line; "" where nobody knows yet."""
    place = event.place.address if event.place else ""
    # Translators: where an event is held
    online = _("online") if event.is_online else ""
    return ", ".join(part for part in (event.venue, place, online) if part)


def status_words(event) -> str:
    """What an event is at the moment: "Cancelled", "On a break"; "" for one that is held."""
    return {
        event.Status.CANCELLED: _("Cancelled"),
        event.Status.PAUSED: _("On a break"),
    }.get(event.status, "")


def month_words(day: date) -> str:
    """A month with its year: "November 2026"."""
    return dateformat.format(day, "F Y")


def _with_note(words: str, note: str) -> str:
    # Translators: %(what)s is "Cancelled" or "Moved from …", %(note)s the reason in an editor's words
    return _("%(what)s: %(note)s") % {"what": words, "note": note} if note else words


def _day(day: date) -> str:
    return f"{_weekday(day)} {date_words(day)}"


def _weekday(day: date) -> str:
    return dateformat.format(day, "l")


def _ordinal(day: date) -> str:
    """Which of the weekdays in the month it is."""
    return {
        1: pgettext("weekday of the month", "first"),
        2: pgettext("weekday of the month", "second"),
        3: pgettext("weekday of the month", "third"),
        4: pgettext("weekday of the month", "fourth"),
        -1: pgettext("weekday of the month", "last"),
    }[occurrences.place_in_month(day)]
