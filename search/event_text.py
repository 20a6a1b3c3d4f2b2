"""The text of an event for the index: what a visitor reads on its page, a line each, but for single dates."""

from collections.abc import Iterator

from django.utils import translation

from kasper_site.directory import event_wording
from kasper_site.directory.calendar.occurrences import Frequency
from kasper_site.directory.models import Event, Person


def lines(event: Event, language: str) -> list[str]:
    """The lines below name and summary, in a language."""
    with translation.override(language):
        return [line.strip() for text in _texts(event) for line in text.splitlines() if line.strip()]


def _texts(event: Event) -> Iterator[str]:
    yield from (event.audience, event.description, _rhythm(event), event_wording.where_words(event))
    yield event.get_kind_display()
    if event.contact_person and _stays(event.contact_person):
        yield ", ".join(filter(None, (event.contact_person.name, event.contact_person.role)))
    if event.contact_service:
        yield event.contact_service.name


def _rhythm(event: Event) -> str:
    """ "Every Thursday 17:00–19:00, until 28 May 2027"; "" for an event that is held once."""
    return "" if event.repeats == Frequency.ONCE else event_wording.when_words(event.plan_with())


def _stays(person: Person) -> bool:
    """Whether the page shows the person until somebody says otherwise; after a last day the index would still."""
    return bool((person.public_phone or person.public_email) and not person.until_date)
