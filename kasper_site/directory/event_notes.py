"""What an editor is told after saving an event: that all of its dates lie behind, so that nobody finds it."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import ngettext

from kasper_site.cms.wording import date_words
from kasper_site.directory import events
from kasper_site.directory.models import Event


def say_if_over(request: HttpRequest, saved) -> None:
    """Used as a hook, after a snippet was saved. An old event may be kept or mended, so nothing is refused."""
    if not isinstance(saved, Event):
        return
    state = events.state_of(saved)
    if state.is_over:
        messages.warning(request, _over_words(saved))


def _over_words(event: Event) -> str:
    days = [one.day for one in event.occurrences]
    words = ngettext(
        "The day of this event has passed: %(day)s. Visitors do not see it in the list. If that is a mistake, check "
        "the day and the year.",
        "All days of this event have passed; the last one was %(day)s. Visitors do not see it in the list. If that is "
        "a mistake, check the days and the years.",
        len(days),
    )
    return words % {"day": date_words(max(days))}
