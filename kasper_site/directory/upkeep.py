"""Which facts editors are asked to confirm once a year, and how each reads in a line on their desk."""

from kasper_site.cms.desk import facts
from kasper_site.directory import wording
from kasper_site.directory.models import OutsideHelpline, Person, Place, Service


def register() -> None:
    """Called once, when the apps are ready."""
    facts.register(Person, describe=person, current=Person.objects.current)
    for model, describe in ((Service, service), (Place, place), (OutsideHelpline, outside)):
        facts.register(model, describe=describe)


def person(fact: Person) -> str:
    """Role, number and address."""
    return _joined(fact.role, fact.public_phone, fact.public_email)


def service(fact: Service) -> str:
    """Number and weekly hours."""
    return _joined(fact.public_phone, wording.hours_words(fact.schedule))


def place(fact: Place) -> str:
    """Address and weekly hours."""
    return _joined(fact.address, fact.public_phone, wording.hours_words(fact.schedule))


def outside(fact: OutsideHelpline) -> str:
    """Number and when it answers."""
    return _joined(fact.public_phone, fact.note, fact.get_availability_display())


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
