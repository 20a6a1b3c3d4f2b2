"""The facts of the directory that a release names, in a form that can be kept and compared.

An owner is a person, service or place, named `service:3`; its parts are

    phone    the digits as they are dialled from abroad        "358443505179"
    email    in small letters                                  "etunimi@example.org"
    address  venue, street, municipality                       ["", "Vernissakatu 4", "Tikkurila"]
    hours    weekday, opening, closing of what holds that day  [[2, "10:00", "12:00"]]

Compared are these, never words: a new translation is no change.
"""

from collections.abc import Iterable, Iterator
from datetime import date, time

from django.utils import timezone

from kasper_site.cms.publish_checks import KnownContact, KnownFacts, KnownHours
from kasper_site.cms.publish_checks import texts as page_texts
from kasper_site.cms.publish_checks.rules.known_facts import typed_in
from kasper_site.cms.publish_checks.written.phones import dialled
from kasper_site.directory import hours
from kasper_site.directory.known import key_of
from kasper_site.directory.models import Person, Place, Service
from kasper_site.directory.rich_text.facts import Facts

Owner = Person | Place | Service
Parts = dict[str, object]
_MODELS = {"service": Service, "place": Place, "person": Person}


def owner_of(key: str, facts: Facts) -> Owner | None:
    """Whom a key names; None where they are gone."""
    kind, pk = key.split(":")
    return facts.person(int(pk)) if kind == "person" else facts.point(_MODELS[kind], int(pk))


def parts_of(owner: Owner, facts: Facts, today: date | None = None) -> Parts:
    """What there is to know of an owner today; empty parts are left out."""
    parts: Parts = {"phone": dialled(owner.phone) if owner.phone else ""}
    if isinstance(owner, Person):
        parts["email"] = owner.email.casefold()
    else:
        parts["hours"] = _hours(facts.schedule(owner), today or timezone.localdate())
    if isinstance(owner, Place):
        parts["address"] = [owner.venue, owner.street_address, owner.municipality]
    return {name: value for name, value in parts.items() if value}


def _hours(schedule: hours.Schedule, today: date) -> list[list]:
    rules = [rule for rule in schedule.rules if rule.weekday < hours.PUBLIC_HOLIDAY and _holds(rule, today)]
    return [
        [day, f"{span.opens:%H:%M}", f"{span.closes:%H:%M}"]
        for day in sorted({rule.weekday for rule in rules})
        for span in hours.merged(rule.span for rule in rules if rule.weekday == day)
    ]


def _holds(rule: hours.WeeklyRule, today: date) -> bool:
    return (rule.valid_from or today) <= today <= (rule.valid_until or today)


# --- What a page names ------------------------------------------------------------------------------------------------
def linked(page) -> dict[str, Owner]:
    """The services, places and contacts of a release, by key."""
    people = [contact.person for contact in page.contacts.select_related("person")]
    return {key_of(owner): owner for owner in (*page.services.all(), *page.places.all(), *people)}


def typed(page, known: dict[str, Parts], names: dict[str, str]) -> set[tuple[str, str]]:
    """Which of the known parts (by the keys of their owners) stand in the page's text: keys with parts."""
    paragraphs = [part.text for text in page_texts.of_page(page) for part in text.paragraphs]
    facts = KnownFacts(
        phones=tuple(KnownContact(f"+{parts['phone']}", "", key) for key, parts in known.items() if "phone" in parts),
        emails=tuple(KnownContact(parts["email"], "", key) for key, parts in known.items() if "email" in parts),
        hours=tuple(_known_hours(known, names)),
    )
    found = ((fact.key, _part(fact)) for words in paragraphs for _start, _end, fact in typed_in(words, facts))
    return {*found, *_typed_addresses(paragraphs, known)}


def _part(fact: KnownContact | KnownHours) -> str:
    if isinstance(fact, KnownHours):
        return "hours"
    return "email" if "@" in fact.value else "phone"


def _known_hours(known: dict[str, Parts], names: dict[str, str]) -> Iterator[KnownHours]:
    for key, parts in known.items():
        for day, opens, closes in parts.get("hours", ()):
            yield KnownHours(day, time.fromisoformat(opens), time.fromisoformat(closes), names[key], key)


def _typed_addresses(paragraphs: Iterable[str], known: dict[str, Parts]) -> Iterator[tuple[str, str]]:
    """A street address stands in a text as it is written, however its spaces are."""
    whole = " ".join(" ".join(paragraphs).casefold().split())
    for key, parts in known.items():
        street = " ".join(parts.get("address", ["", "", ""])[1].casefold().split())
        if street and street in whole:
            yield key, "address"
