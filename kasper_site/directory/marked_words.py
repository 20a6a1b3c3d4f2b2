"""States, days and changed dates as HTML: an editor's note, which is in Finnish, is marked so where the page is not.

WCAG 3.1.2. What else the words hold is wording of our own; the note alone is escaped.
"""

from django.conf import settings
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from kasper_site.cms.wording import language
from kasper_site.directory import event_wording, wording
from kasper_site.directory.calendar.occurrences import Occurrence
from kasper_site.directory.hours import Day, State


def state_words(state: State) -> str:
    """Whether it is open, and until when."""
    return _held_together(wording.state_words(state, mark=_in_its_language))


def day_line(day: Day) -> str:
    """What holds on one date."""
    return _held_together(wording.day_line(day, mark=_in_its_language))


def change_words(one: Occurrence | None) -> str:
    """What is different on a date of an event; "" where nothing is."""
    return _held_together(event_wording.change_words(one, mark=_in_its_language))


def _in_its_language(note: str, is_finnish: bool) -> str:
    if not is_finnish or language() == settings.LANGUAGE_CODE:
        return escape(note)
    return format_html('<span lang="{}">{}</span>', settings.LANGUAGE_CODE, note)


def _held_together(words: str) -> str:
    """The words as one box: in a flex box a marked note would be another."""
    return mark_safe(f"<span>{words}</span>" if "<span" in words else words)
