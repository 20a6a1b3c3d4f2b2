"""Which facts a typed text names: by name or role, by the words that editors gave them, or by number."""

import re
from collections.abc import Iterable

from kasper_site.directory import phones
from kasper_site.directory.models import OutsideHelpline, Person, Place, Service
from search import analysis, phrases, rank
from search.plan import MENDED, Wanted, base_forms, is_simple_word
from search.query import Results
from search.tokens import LEMMA, ROOT, SURFACE, kinds
from search.vocabulary import Vocabulary

ADDITION = re.compile(r"\([^)]*\)")  # what stands in brackets after a name
NAMES = ("name_fi", "name_sv", "name_en")

Point = Service | Place | OutsideHelpline


def facts(results: Results) -> list[Point | Person]:
    """The facts that are named, each once: helplines of others, for these are for need; by name; by search words."""
    helplines = list(OutsideHelpline.objects.all())
    points = [*helplines, *Service.objects.all(), *Place.objects.all()]
    people = list(Person.objects.current())
    number = phones.tel_in(results.text)
    by_number = [fact for fact in (*points, *people) if number and fact.tel == number]
    if by_number and phones.typed_tel(results.text):
        return by_number
    by_name = [point for point in points if _names_point(results, point)]
    by_name += [person for person in people if _names_person(results, person)]
    by_words = _with_words(results, points)
    urgent = [line for line in helplines if line in by_name or line in by_words]
    return list(dict.fromkeys([*by_number, *urgent, *by_name, *by_words]))


# --- By name ----------------------------------------------------------------------------------------------------------
def _names_point(results: Results, point: Point) -> bool:
    names = {getattr(point, field) for field in NAMES}
    return any(_names(results, name, is_end_enough=isinstance(point, Place)) for name in names)


def _names_person(results: Results, person: Person) -> bool:
    """By name or, in the active language, by what the person does: *toiminnanjohtaja*."""
    return _names(results, person.name, is_end_enough=True) or _names(results, person.role, is_end_enough=False)


def _names(results: Results, name: str, is_end_enough: bool) -> bool:
    """Whether all words of the name were typed; of a place or person also its last one alone, the town or surname.

    Then nothing else may have been typed: *Tikkurila* asks for the place, *lastensuojelu Tikkurila* for texts.
    """
    words = analysis.typed_words(ADDITION.sub(" ", name))
    typed = {word: [want for want in results.wanted if _is(word, want, results.language)] for word in words}
    little = set(rank.query_words(results.text))  # with the words that say little, which are not looked for
    if words and all(typed[word] or word in little for word in words):
        return any(typed.values())
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


# --- By search words --------------------------------------------------------------------------------------------------
def _with_words(results: Results, points: list[Point]) -> list[Point]:
    """Those for which an editor has written words that were typed."""
    written = {point: phrases.written(point.search_words) for point in points}
    typed = _typed(results, {word for own in written.values() for phrase in own for word in phrases.words(phrase)})
    return [
        point for point, own in written.items() if any(phrases.holds(typed, phrase, results.language) for phrase in own)
    ]


def _typed(results: Results, editors_words: Iterable[str]) -> list[frozenset[str]]:
    """The base forms of each typed word and of what it may stand for."""
    language, known = results.language, Vocabulary((word, True, 1) for word in editors_words)
    likeliest = {want.word: want.likeliest for want in results.wanted}
    words = rank.query_words(results.text)
    found = []
    for word, forms in zip(words, phrases.typed(words, language), strict=True):
        readings = _readings(word, likeliest.get(word, word), language, known)
        found.append(forms.union(*(base_forms(reading, language) for reading in readings)))
    return found


def _readings(word: str, likeliest: str, language: str, known: Vocabulary) -> list[str]:
    """A typed word and what it may stand for; a simple word that the dictionary knows stands for itself.

    `likeliest` is by the words of the site's texts. These need not hold what somebody in need types: so a word that
    no dictionary knows is read with its dots, else as the editors' word next to it, too.
    """
    if word in known or is_simple_word(word, language):
        return [word]
    if analysis.terms(word, language).is_known:
        return [word, likeliest]
    dotted = known.same_folded(word) or analysis.with_dots(word)
    return [word, likeliest, *(dotted or known.near(word, 1, 1) or known.near(word, 2, 1))]
