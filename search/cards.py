"""The cards above the results: a service, place or person that the typed words name."""

from dataclasses import dataclass, replace
from itertools import chain

from wagtail.models import Page

from kasper_site.cms import visibility
from kasper_site.directory import help_points, usage
from kasper_site.directory.help_bar import kept
from kasper_site.directory.help_points import HelpPointState
from kasper_site.directory.models import Person, Place, Service
from search import analysis
from search.plan import MENDED, Wanted
from search.query import Results
from search.tokens import LEMMA, ROOT, SURFACE, kinds

MOST = 3
NAMES = ("name_fi", "name_sv", "name_en")


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
    """The services, places and people that are named, each only if a visitor reads of it on some page now."""
    if not results.wanted:
        return []
    named = chain(
        (point for point in Service.objects.all() if _names_point(results, point, is_place=False)),
        (point for point in Place.objects.all() if _names_point(results, point, is_place=True)),
        (person for person in Person.objects.current() if _names_person(results, person)),
    )
    shown = [fact for fact in named if usage.public_count(fact)][:MOST]
    points = [help_points.state_of(fact) for fact in shown if not isinstance(fact, Person)]
    people = [Card(person=fact) for fact in shown if isinstance(fact, Person)]
    return [*(Card(entry) for entry in _told(points, results.language)), *people]


def helplines(language: str) -> list[HelpPointState]:
    """Who answers the phone, for a visitor whose search found nothing."""
    return _told([state for state in help_points.with_state() if state.is_phone and state.point.phone], language)


def _told(states: list[HelpPointState], language: str) -> list[HelpPointState]:
    """The same with what their cards show besides: their page in the language, the project if it is over."""
    if not states:
        return []
    ended, pages = kept.ended_periods(), _pages([state.point for state in states], language)
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


# --- What names a fact ------------------------------------------------------------------------------------------------
def _names_point(results: Results, point: Service | Place, is_place: bool) -> bool:
    return any(_names(results, name, is_place) for name in {getattr(point, field) for field in NAMES} if name)


def _names_person(results: Results, person: Person) -> bool:
    """By name or, in the active language, by what the person does: *toiminnanjohtaja*."""
    return _names(results, person.name, is_end_enough=True) or _names(results, person.role, is_end_enough=False)


def _names(results: Results, name: str, is_end_enough: bool) -> bool:
    """Whether all words of the name were typed; of a place or person also its last one alone, the town or surname.

    Then nothing else may have been typed: *Tikkurila* asks for the place, *lastensuojelu Tikkurila* for texts.
    """
    words = [word.text for word in analysis.words(name)]
    typed = {word: [want for want in results.wanted if _is(word, want, results.language)] for word in words}
    if words and all(typed.values()):
        return True
    meant = {id(want) for wants in typed.values() for want in wants}
    return is_end_enough and bool(words) and bool(typed[words[-1]]) and len(meant) == len(results.wanted)


def _is(word: str, want: Wanted, language: str) -> bool:
    """Whether a word of a name is what was typed: in any of its forms, or with a slip, but not as a part of it."""
    is_unknown = not analysis.terms(word, language).lemmas  # then its base forms are guesses, which stand as roots
    for term, _share in kinds(word, language):
        weight = want.weights.get(term, 0)
        if term[0] in (SURFACE, LEMMA) and weight >= MENDED:
            return True
        if is_unknown and term[0] == ROOT and weight:
            return True
    return False
