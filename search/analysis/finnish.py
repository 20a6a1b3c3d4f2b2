"""The terms of a Finnish word: Voikko's readings, and for what Voikko does not know, the best that can be guessed."""

from functools import lru_cache
from itertools import product

from search.analysis import unknown
from search.analysis.engines import engine
from search.analysis.readings import Reading, read
from search.analysis.terms import Terms, distinct

CACHED_READINGS = 20_000
INSIDE = "-:'."
DOTTED = {"a": "ä", "o": "ö"}
FAMILY_LETTERS = 3
MOST_DOTTED = 7  # letters of a word that may have lost their dots: 128 ways to read it


def terms(word: str) -> Terms:
    """The terms of a normalised word; see `Terms`."""
    found = readings(word)
    if found:
        return _known(word, found)
    if any(mark in word for mark in INSIDE):
        return _pieces(word)
    return unknown.terms(word)


@lru_cache(maxsize=CACHED_READINGS)
def readings(word: str) -> tuple[Reading, ...]:
    """Every reading that Voikko has of a normalised word, those with the fewest parts first."""
    return tuple(sorted((read(output) for output in engine().outputs(word)), key=lambda reading: reading.borders))


def is_base_form(word: str) -> bool:
    """Whether the word as it stands is a base form in the dictionary, and no compound, which Voikko may invent."""
    found = readings(word)
    return bool(found) and found[0].borders == 0 and word in (reading.lemma for reading in found)


def with_dots(word: str) -> list[str]:
    """The words of the dictionary that this one may be, typed without the dots of ä and ö: *aidille* – *äidille*."""
    places = [place for place, letter in enumerate(word) if letter in DOTTED]
    if not places or len(places) > MOST_DOTTED or any(letter in "äö" for letter in word) or readings(word):
        return []
    letters = list(word)
    choices = product(*((letters[place], DOTTED[letters[place]]) for place in places))
    found = []
    for choice in choices:
        for place, letter in zip(places, choice, strict=True):
            letters[place] = letter
        found.append("".join(letters))
    outputs = engine().outputs
    return [other for other in found if other != word and outputs(other)]


def base_forms(word: str) -> tuple[str, ...]:
    """The lemmas of the readings with the fewest parts; () for an unknown word."""
    found = readings(word)
    trusted = [reading for reading in found if reading.borders == found[0].borders]
    return tuple(dict.fromkeys(reading.lemma for reading in trusted))


def _known(word: str, found: tuple[Reading, ...]) -> Terms:
    """Readings with the fewest parts are trusted; Voikko invents compounds, so the others count as roots only."""
    trusted = [reading for reading in found if reading.borders == found[0].borders]
    doubted = found[len(trusted) :]
    lemmas = [lemma for reading in trusted for lemma in (reading.lemma, reading.verb) if lemma]
    parts = [part for reading in trusted for part in reading.parts]
    parts += [form for reading in trusted for modifier in reading.modifiers for form in _forms(modifier)]
    roots = [root for reading in trusted for root in reading.roots]
    roots += [family(reading.head, base[len(reading.head) :]) for reading in trusted for base in reading_bases(reading)]
    roots += [term for reading in doubted for term in (reading.lemma, *reading.parts)]
    for piece in _split(word):
        parts += terms(piece).lemmas
    choices = len({reading.verb or reading.lemma for reading in trusted})
    return distinct(word, lemmas, parts, roots, is_known=True, choices=choices)


def reading_bases(reading: Reading) -> list[str]:
    """The lemma and the verb of a reading, of a compound only."""
    return [base for base in (reading.lemma, reading.verb) if base and reading.head]


def family(head: str, last: str) -> str:
    """A root that a compound shares with those of the same head whose last part begins alike.

    So *huostaanotto*, *huostaanottaa* and *huostaanotettu* (of *ottaa*) find each other.
    """
    return head + last[:FAMILY_LETTERS]


def _forms(modifier: str) -> tuple[str, ...]:
    """A modifier and its base form: *huostaan* of *huostaan=otto* stands there inflected."""
    return (modifier, *base_forms(modifier))


def _split(word: str) -> list[str]:
    pieces = [word]
    for mark in INSIDE:
        pieces = [piece for whole in pieces for piece in whole.split(mark)]
    return [piece for piece in pieces if len(piece) > 1] if len(pieces) > 1 else []


def _pieces(word: str) -> Terms:
    """An unknown word with a hyphen: the last piece inflects, the others are words of their own."""
    pieces = [terms(piece) for piece in _split(word)]
    if not pieces:
        return Terms(word, (word,))
    cut = word.rfind(pieces[-1].surface)
    lemmas = [word[:cut] + lemma for lemma in pieces[-1].lemmas or (pieces[-1].surface,)]
    parts = [term for piece in pieces for term in (piece.surface, *piece.lemmas, *piece.parts)]
    roots = [term for piece in pieces for term in piece.roots]
    return distinct(word, lemmas, parts, roots, is_known=False)
