"""Opening hours and states in words, in the active language. Pure functions over `directory.hours`.

An editor's note is in Finnish whatever the language: `mark`, a function of a note and whether it is Finnish, tells how
it stands in the words (in HTML `directory.marked_words`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta

from django.utils import dateformat, timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kasper_site.cms.wording import clock, date_words, day_and_month, language, nbsp
from kasper_site.directory import hours
from kasper_site.directory.hours import Day, HolidayPolicy, Reason, Schedule, Span, State, WeeklyRule, merged

Mark = Callable[[str, bool], str]


def plain(note: str, is_finnish: bool) -> str:
    """A note as text."""
    return note


def every(weekday: int) -> str:
    """Every week on that day (0 = Monday, 7 = public holidays): "Wednesdays"."""
    return (
        _("Mondays"),
        _("Tuesdays"),
        _("Wednesdays"),
        _("Thursdays"),
        _("Fridays"),
        _("Saturdays"),
        _("Sundays"),
        _("On public holidays"),
    )[weekday]


def short_weekday(weekday: int) -> str:
    """The weekday in two letters or three: "Wed"."""
    return (
        pgettext("weekday", "Mon"),
        pgettext("weekday", "Tue"),
        pgettext("weekday", "Wed"),
        pgettext("weekday", "Thu"),
        pgettext("weekday", "Fri"),
        pgettext("weekday", "Sat"),
        pgettext("weekday", "Sun"),
    )[weekday]


def span_words(span: Span) -> str:
    """A span of clock times: "10–12", with the language's word for the clock, never broken."""
    # Translators: opening hours, for example "10:00–12:00"; Finnish "klo 10–12"
    return nbsp(_("%(opens)s–%(closes)s") % {"opens": clock(span.opens), "closes": _closing(span.closes)})


def _closing(closes: time) -> str:
    """A closing time; the end of the day is 24, not 0."""
    return clock(closes) if closes != hours.MIDNIGHT else clock(closes).replace("0", "24", 1)


def clock_words(moment: datetime) -> str:
    """The clock time of a moment, with the language's word for it: "at 10:00"."""
    return _at(clock(moment.astimezone(hours.HELSINKI).time()))


def _at(shown: str) -> str:
    # Translators: a clock time, for example "at 10:00"; Finnish "klo 10"
    return nbsp(_("at %(time)s") % {"time": shown})


def hours_lines(schedule: Schedule, today: date | None = None) -> list[str]:
    """The weekly hours that hold now or begin later, a line a weekday: ["Wednesdays 10–12"]."""
    today = today or timezone.localdate()
    has_holidays = schedule.holiday_policy == HolidayPolicy.OWN_HOURS
    rules = [rule for rule in schedule.rules if has_holidays or rule.weekday != hours.PUBLIC_HOLIDAY]
    rules = [rule for rule in rules if rule.valid_until is None or rule.valid_until >= today]
    now = [rule for rule in rules if rule.valid_from is None or rule.valid_from <= today]
    starts = sorted({rule.valid_from for rule in rules if rule not in now})
    lines = _weekday_lines(now)
    for start in starts:
        # Translators: hours that begin later, for example "Wednesdays 10:00–12:00 from 1 June 2027"
        later = _("%(hours)s from %(date)s")
        coming = _weekday_lines(rule for rule in rules if rule.valid_from == start)
        lines += [later % {"hours": line, "date": date_words(start)} for line in coming]
    return lines


def _weekday_lines(rules: Iterable[WeeklyRule]) -> list[str]:
    """A line a weekday: "Wednesdays 10–12"."""
    spans = defaultdict(list)
    for rule in rules:
        spans[rule.weekday].append(rule.span)
    return [f"{every(day)} {_and([span_words(span) for span in merged(spans[day])])}" for day in sorted(spans)]


def hours_words(schedule: Schedule, today: date | None = None) -> str:
    """The weekly hours in one sentence without a full stop: "Tuesdays 9–15 and Thursdays 9–15"."""
    return _and(hours_lines(schedule, today))


def _and(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    # Translators: joins the last two items of a list
    return _("%(first)s and %(last)s") % {"first": ", ".join(parts[:-1]), "last": parts[-1]}


def day_words(day: date, today: date | None = None) -> str:
    """A day as seen from today: "today", "tomorrow", or weekday and date."""
    today = today or timezone.localdate()
    if day == today:
        return _("today")
    if day == today + timedelta(days=1):
        return _("tomorrow")
    shown = day_and_month(day) if day.year == today.year else date_words(day)
    return nbsp(f"{short_weekday(day.weekday())} {shown}")


def weekday_date(day: date) -> str:
    """A date with its weekday in full: "Wednesday 25 November"."""
    return f"{dateformat.format(day, 'l')} {day_and_month(day)}"


def state_words(state: State, today: date | None = None, mark: Mark = plain) -> str:
    """The answer to "is it open?": open until when, or closed, why, and until when."""
    today = today or timezone.localdate()
    if state.is_open:
        return _with_note(_open_words(state, today), state, mark)
    closed = _closed_words(state, mark)
    if state.next_open is None:
        return closed if closed != _("Closed") else _("Closed now")
    opens_on = state.next_open.astimezone(hours.HELSINKI).date()
    words = _opens_words(state, closed, today)
    return _with_note(words, state, mark) if opens_on == today else words


def _with_note(words: str, state: State, mark: Mark) -> str:
    """The words with what is special about the hours of the day."""
    note = note_of(state.day) if state.day and state.day.spans else ""
    return f"{words}. {mark(note[:1].upper() + note[1:], is_editors(state.day))}" if note else words


def _opens_words(state: State, closed: str, today: date) -> str:
    day = day_words(state.next_open.astimezone(hours.HELSINKI).date(), today)
    # Translators: %(state)s is "Closed", perhaps with a reason; %(day)s "today", "tomorrow" or a date; %(time)s a
    # clock time with its word
    words = _("%(state)s. Opens %(day)s %(time)s")
    return words % {"state": closed, "day": day, "time": clock_words(state.next_open)}


def _open_words(state: State, today: date) -> str:
    if state.until is None:
        return _("Open day and night")
    local = state.until.astimezone(hours.HELSINKI)
    last_day = local.date() - timedelta(days=1) if local.time() == hours.MIDNIGHT else local.date()
    time_words = _at(_closing(local.time()))
    if last_day <= today:
        # Translators: %(time)s is a clock time with its word, for example "at 12:00"
        return _("Open now, closes %(time)s") % {"time": time_words}
    # Translators: %(day)s is "tomorrow" or a date; %(time)s is a clock time with its word, for example "at 12:00"
    return _("Open now, closes %(day)s %(time)s") % {"day": day_words(last_day, today), "time": time_words}


def _closed_words(state: State, mark: Mark) -> str:
    """Closed, or on a break, with the reason where there is one that a visitor wants to know."""
    if state.reason == Reason.BREAK:
        return _("On a break")
    return _closed_day_words(state.day, mark) if state.day and not state.day.spans else _("Closed")


def _closed_day_words(day: Day, mark: Mark) -> str:
    note = note_of(day)
    # Translators: %(reason)s is a public holiday or an editor's note
    return _("Closed: %(reason)s") % {"reason": mark(note, is_editors(day))} if note else _("Closed")


def is_editors(day: Day) -> bool:
    """Whether the note of a day is an editor's, and so in Finnish, and not the name of a holiday."""
    return day.reason == Reason.EXCEPTION and bool(day.note)


def note_of(day: Day) -> str:
    """The editor's note for a day, or the name of its holiday in the active language, without a full stop.

    An exception without a note keeps the holiday's name: somebody has confirmed what holds, the reason is the same.
    """
    if day.reason != Reason.WEEKLY and not is_editors(day):
        name = hours.holiday_name(day.day, language())
        return name if language() == "en" else name[:1].lower() + name[1:]
    return day.note.rstrip(".")


def day_line(day: Day, mark: Mark = plain) -> str:
    """What holds on one date: its spans, or that it is closed; and why, where it differs from other weeks."""
    if not day.spans:
        return _closed_day_words(day, mark)
    note = note_of(day)
    spans = _and([span_words(span) for span in day.spans])
    return f"{spans} ({mark(note, is_editors(day))})" if note else spans
