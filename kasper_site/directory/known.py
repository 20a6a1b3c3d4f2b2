"""What the directory tells the publish check: numbers, addresses and hours that nobody is to type into a page."""

from collections.abc import Iterator

from kasper_site.cms.publish_checks import KnownContact, KnownFacts, KnownHours
from kasper_site.directory.hours import PUBLIC_HOLIDAY
from kasper_site.directory.models import Person, Place, Service, WeeklyHours


def facts() -> KnownFacts:
    """The facts of today: four queries. A number that has left the directory is no longer ours to know."""
    people = list(Person.objects.current())
    points = [*Service.objects.all(), *Place.objects.all()]
    return KnownFacts(
        # Services first: where a person answers the helpline, the number is the helpline's.
        phones=tuple(_contacts([*points, *people], "phone")),
        emails=tuple(_contacts(people, "email")),
        hours=tuple(_hours()),
    )


def _contacts(owners: list, field: str) -> Iterator[KnownContact]:
    for owner in owners:
        if value := getattr(owner, field):
            yield KnownContact(value, owner.name, key_of(owner))


def _hours() -> Iterator[KnownHours]:
    for row in WeeklyHours.objects.filter(weekday__lt=PUBLIC_HOLIDAY).select_related("service", "place"):
        owner = row.service or row.place
        yield KnownHours(row.weekday, row.opens, row.closes, owner.name, key_of(owner))


def key_of(owner: Person | Place | Service) -> str:
    """What names a person, service or place among all: `service:3`."""
    return f"{owner._meta.model_name}:{owner.pk}"
