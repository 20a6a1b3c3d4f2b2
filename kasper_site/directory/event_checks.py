"""What cannot be true of an event, in words that say what to do. Called by the models' `clean`."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from kasper_site.directory.calendar import occurrences
from kasper_site.directory.hours import MIDNIGHT

FIRST_YEAR = 2000
FARTHEST_MOVE = timedelta(days=366)


def check(event) -> None:
    """Raise ValidationError, by field, unless the event can be told."""
    _raise(_time_errors(event))
    _raise(_recurrence_errors(event))
    if event.first_date is None and not (event.contact_person_id or event.contact_service_id or event.phone):
        message = _("Whoever wants to take part must be able to ask. Choose a person or a helpline, or give the day.")
        raise ValidationError({"contact_person": message})
    _raise(_dates_errors(event))


def check_change(row) -> None:
    """Raise ValidationError unless the row says what is different on its date."""
    if (row.opens is None) != (row.closes is None):
        raise ValidationError({"closes": _("Give both times, or neither.")})
    _check_span(row.opens, row.closes)
    _check_move(row.date, row.moved_to)
    is_other = row.moved_to or row.opens is not None
    if row.is_cancelled and is_other:
        message = _("It is either cancelled or moved. Take the tick away, or empty the new day and times.")
        raise ValidationError({"is_cancelled": message})
    if not (row.is_cancelled or is_other or row.note):
        message = _("Say what is different: tick “is cancelled”, or give another day, other times or a note.")
        raise ValidationError({"is_cancelled": message})


def _check_span(opens, closes) -> None:
    if opens is not None and closes is not None and closes <= opens and closes != MIDNIGHT:
        raise ValidationError({"closes": _("The end comes before the beginning. Check the times. Midnight is 24.")})


def _check_move(day, moved_to) -> None:
    if day and moved_to and abs(moved_to - day) > FARTHEST_MOVE:
        raise ValidationError({"moved_to": _("Check the year: the new day is at most one year from the old one.")})


def _raise(errors: dict[str, str]) -> None:
    if errors:
        raise ValidationError(errors)


def _time_errors(event) -> dict[str, str]:
    given = {name: getattr(event, name) is not None for name in ("first_date", "opens", "closes")}
    missing = [name for name, is_given in given.items() if not is_given]
    if missing and len(missing) < len(given):
        return {name: _("Give the day and both times, or leave all three empty.") for name in missing}
    _check_span(event.opens, event.closes)
    if event.first_date and not FIRST_YEAR <= event.first_date.year <= timezone.localdate().year + 3:
        return {"first_date": _("Check the year: the first day is at most three years ahead.")}
    return {}


def _recurrence_errors(event) -> dict[str, str]:
    is_once = event.repeats == event.Repeats.ONCE
    if is_once and (event.until_date or event.times):
        name = "until_date" if event.until_date else "times"
        return {name: _("The event is only once. Choose how often it is, or empty this field.")}
    if is_once:
        return {}
    if event.first_date is None:
        return {"first_date": _("Give the first day and the times, or choose “once” until they are known.")}
    if bool(event.until_date) == bool(event.times):
        return {"until_date": _("Give the last day or the number of times: one of them, so that the end is known.")}
    if event.until_date and event.until_date < event.first_date:
        return {"until_date": _("The last day comes before the first one. Check the dates.")}
    return {}


def _dates_errors(event) -> dict[str, str]:
    plan = event.plan_with()
    if plan is None:
        return {}
    longest = timedelta(days=occurrences.LONGEST_DAYS)
    days = occurrences.planned_days(plan)
    if (event.until_date and event.until_date - event.first_date > longest) or len(days) < (event.times or 0):
        name = "until_date" if event.until_date else "times"
        return {name: _("That is more than three years. Give an earlier end; you can move it later.")}
    if not occurrences.occurrences(plan):
        return {
            "first_date": _(
                "Not a single date would be held: they are public holidays. Check the day, or choose that the event is "
                "held on public holidays too."
            )
        }
    return {}
