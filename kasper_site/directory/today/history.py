"""How a changed day reads in the history of its service or place and in the report of the whole site."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from kasper_site.directory import hours, wording
from kasper_site.directory.hours import Schedule
from kasper_site.directory.today import editing, rows


def register(actions) -> None:
    """Used as a hook."""
    actions.register_action(editing.CHANGED)(ChangedFormatter)
    actions.register_action(editing.UNDONE)(UndoneFormatter)


class ChangedFormatter(LogFormatter):
    """Tells the day, what was and what is."""

    label = gettext_lazy("Change a day's hours")

    def format_message(self, log_entry):
        return _sentence(log_entry.data)


class UndoneFormatter(LogFormatter):
    """The same, the other way round."""

    label = gettext_lazy("Undo the change of a day's hours")

    def format_message(self, log_entry):
        return _("Undone: %(change)s") % {"change": _sentence(log_entry.data)}


def _sentence(data: dict) -> str:
    day = date.fromisoformat(data["day"])
    before, after = (_words(day, data[name]) for name in ("before", "after"))
    return f"{wording.weekday_date(day)}{day.year}: {before} → {after}"


def _words(day: date, data: list[list[str]]) -> str:
    """The exceptions of the day in words."""
    if not data:
        return _("the usual hours")
    held = hours.day_of(Schedule(exceptions=rows.from_data(day, data)), day)
    words = wording.day_line(held)
    return words[:1].lower() + words[1:]
