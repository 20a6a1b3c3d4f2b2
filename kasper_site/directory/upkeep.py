"""What the desk asks about facts: once a year whether they are true, and before holidays what is open."""

from kasper_site.cms.desk import due_pages, facts
from kasper_site.directory import event_wording, wording
from kasper_site.directory.models import Event, OutsideHelpline, Person, Place, Service
from kasper_site.directory.today import holidays


def register() -> None:
    """Called once, when the apps are ready."""
    facts.register(Person, describe=person, current=Person.objects.current)
    for model, describe in ((Service, service), (Place, place), (OutsideHelpline, outside)):
        facts.register(model, describe=describe)
    facts.register(Event, describe=event, current=Event.objects.running)
    due_pages.register(holidays.items)


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


def event(fact: Event) -> str:
    """When and where it is."""
    return _joined(event_wording.when_words(fact.plan), event_wording.where_words(fact))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
