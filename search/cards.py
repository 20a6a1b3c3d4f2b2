"""The cards above the results: a helpline, service, place or person that the typed text names."""

from dataclasses import dataclass, replace
from itertools import islice

from wagtail.models import Page

from kasper_site.cms import visibility
from kasper_site.directory import help_points, usage
from kasper_site.directory.help_bar import kept
from kasper_site.directory.help_points import HelpPointState
from kasper_site.directory.models import OutsideHelpline, Person, Place, Service
from search import named
from search.query import Results

MOST = 3


@dataclass(frozen=True, slots=True)
class Card:
    """What to show: `entry` for help_card.html or `person` for person.html."""

    entry: HelpPointState | None = None
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class EndedProject:
    """The project that a service or place was part of, as help_card.html reads it."""

    period: str


def cards(results: Results) -> list[Card]:
    """What is named; of ours only that of which a visitor reads on some page now."""
    if not results.wanted:
        return []
    shown = list(islice(filter(_is_public, named.facts(results)), MOST))
    states = [help_points.state_of(fact) for fact in shown if not isinstance(fact, Person)]
    entries = {entry.point: entry for entry in _told(states, results.language)}
    return [Card(person=fact) if isinstance(fact, Person) else Card(entry=entries[fact]) for fact in shown]


def helplines(language: str) -> list[HelpPointState]:
    """Who of ours answers the phone, for a visitor whose search found nothing."""
    return _told([state for state in help_points.with_state() if state.is_phone and state.point.phone], language)


def _is_public(fact: named.Point | Person) -> bool:
    """Whether visitors read of it; helplines of others stand around every page."""
    return isinstance(fact, OutsideHelpline) or usage.is_public(fact)


def _told(states: list[HelpPointState], language: str) -> list[HelpPointState]:
    """The same with what their cards show besides: their page in the language, the project if it is over."""
    ours = [state.point for state in states if not isinstance(state.point, OutsideHelpline)]
    if not ours:
        return states
    ended, pages = kept.ended_periods(), _pages(ours, language)
    found = []
    for state in states:
        period = ended.get((kept.KINDS[type(state.point)], state.point.pk))
        project = EndedProject(period) if period else None
        found.append(replace(state, page=pages.get(state.point), ended_project=project))
    return found


def _pages(points: list[Service | Place], language: str) -> dict[Service | Place, Page]:
    """The visible pages in the language that tell of these. One query for each kind."""
    found = {}
    for model in {type(point) for point in points}:
        relation = model._meta.get_field("pages")
        own = {point.pk: point for point in points if isinstance(point, model)}
        rows = relation.related_model.objects.filter(**{f"{relation.field.name}__in": own})
        rows = visibility.visible(rows.filter(locale__language_code=language).select_related("locale"))
        found |= {own[getattr(page, relation.field.attname)]: page for page in rows}
    return found
