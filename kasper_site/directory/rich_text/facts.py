"""All facts that running text may show, read when first asked for and kept for one request.

A page's texts are expanded one by one, and none knows of the others. The directory is small, so the first fact of a
kind reads them all: one query for people, one for every service and place that has hours, whatever the page says.
"""

from contextvars import ContextVar
from functools import cached_property

from django.core.signals import request_finished, request_started
from django.db.models.signals import post_delete, post_save

from kasper_site.directory import hours
from kasper_site.directory.models import Person, Place, Service, WeeklyHours

HelpPoint = Service | Place


class Facts:
    """People, services and places by their keys, with the weekly hours."""

    @cached_property
    def people(self) -> dict[int, Person]:
        """Everybody. One query."""
        return Person.objects.in_bulk()

    @cached_property
    def _services(self) -> dict[int, Service]:
        return Service.objects.in_bulk()

    @cached_property
    def _places(self) -> dict[int, Place]:
        return Place.objects.in_bulk()

    @cached_property
    def _with_hours(self) -> dict[tuple[type, int], tuple[HelpPoint, list[hours.WeeklyRule]]]:
        """Every service and place that has hours, with its rules. One query."""
        found = {}
        for row in WeeklyHours.objects.select_related("service", "place"):
            point = row.service or row.place
            found.setdefault((type(point), point.pk), (point, []))[1].append(row.as_rule())
        return found

    def person(self, pk: int) -> Person | None:
        """The person of that key."""
        return self.people.get(pk)

    def point(self, model: type[HelpPoint], pk: int) -> HelpPoint | None:
        """The service or place of that key; asks for those without hours only if it is none with hours."""
        if (model, pk) in self._with_hours:
            return self._with_hours[model, pk][0]
        return (self._services if model is Service else self._places).get(pk)

    def schedule(self, point: HelpPoint) -> hours.Schedule:
        """The weekly hours of a service or place; running text tells of no exceptions."""
        _point, rules = self._with_hours.get((type(point), point.pk), (point, []))
        return hours.Schedule(rules=tuple(rules))

    def owners(self) -> list[HelpPoint | Person]:
        """Everything that has facts: services, places, the people who are with us today; in the editors' order."""
        points = [*self._services.values(), *self._places.values()]
        people = [person for person in self.people.values() if person.is_current]
        return [
            *sorted(points, key=lambda point: (isinstance(point, Place), point.sort_order, point.name)),
            *sorted(people, key=lambda person: (person.sort_order, person.name)),
        ]


_kept: ContextVar[Facts | None] = ContextVar("facts_of_the_request", default=None)


def current() -> Facts:
    """The facts of the running request; outside one, read anew at every call."""
    return _kept.get() or Facts()


def start(**kwargs) -> None:
    """Begin to keep, with nothing known."""
    _kept.set(Facts())


def forget(**kwargs) -> None:
    """Read anew from now on: something was saved."""
    if _kept.get() is not None:
        start()


def stop(**kwargs) -> None:
    """Keep nothing any more."""
    _kept.set(None)


def connect() -> None:
    """Keep the facts while a request runs, until one of them is saved. Called once, by the app."""
    request_started.connect(start)
    request_finished.connect(stop)
    for model in (Person, Place, Service, WeeklyHours):
        post_save.connect(forget, sender=model)
        post_delete.connect(forget, sender=model)
