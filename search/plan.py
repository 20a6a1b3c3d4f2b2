"""What to look for: a typed word's terms in tiers, the surest first. Knows analyser and vocabulary, no database."""

from dataclasses import dataclass, field

from search import analysis
from search.tokens import LEMMA, PART, ROOT, SURFACE
from search.vocabulary import Vocabulary

# How much a match is worth. Tiers lie so far apart that the best text of one stays behind the least of the one before.
EXACT, SYNONYM, OTHER_LEMMA, PARTS, ROOTS, GUESSED = 1.0, 0.7, 0.6, 0.5, 0.35, 0.3
MISREAD = 0.55  # what a word typed without its dots is worth as it was typed
FOLDED, MENDED, NEXT_MENDED = 0.45, 0.4, 0.8
SPLIT = 0.06
MOST_MENDED, MOST_NEAR = 8, 16  # words that are looked for; that are thought of, some on hidden pages
UNKNOWN_BASE, SHORTEST_BASE = 0.9, 5


@dataclass(slots=True)
class Wanted:
    """A typed word: how much each `KIND term` of a text is worth to it (0–1).

    `readings`: other words that it may stand for, the likeliest first; `meant`: the first of them that stands in a
    text that may be found, so that no hidden page lends its words. `marks`: terms that are marked in what was found
    but find nothing by themselves.
    """

    word: str
    readings: list[str] = field(default_factory=list)
    weights: dict[str, float] = field(default_factory=dict)
    meant: str = ""
    marks: dict[str, float] = field(default_factory=dict)

    @property
    def likeliest(self) -> str:
        """The word that it stands for first: itself, where nothing tells otherwise."""
        return (self.readings or [self.word])[0]

    def add(self, weight: float, *terms: str) -> None:
        """Terms of one worth; a term keeps its best."""
        for term in terms:
            if self.weights.get(term, 0) < weight:
                self.weights[term] = weight

    def join(self, other: "Wanted", share: float) -> None:
        """The terms of another word, worth a share of what they are worth to that word."""
        for term, weight in other.weights.items():
            self.add(weight * share, term)


def base_forms(word: str, language: str) -> tuple[str, ...]:
    """What a typed word is taken for in the first tier: itself where it is a base form, else those that it may have."""
    found = analysis.terms(word, language)
    return (word,) if word in found.lemmas else found.lemmas or (word,)


def first(word: str, language: str, vocabulary: Vocabulary) -> Wanted:
    """What is looked for before any guess: the word as it is typed, or with the dots that were left out of it."""
    return dotted(word, language, vocabulary) or sure(word, language)


def sure(word: str, language: str) -> Wanted:
    """The tiers that need no guess: the word and its base forms, compounds that hold it, what it is derived from.

    A word that is a base form as it is typed counts as that alone in the first tier: *vanhempi* is not *vanha*. What
    only a part of a compound is derived from is left out: *tapaamisoikeus* asks for nothing that is *oikea*.
    """
    found, lemmas = analysis.terms(word, language), base_forms(word, language)
    wanted = Wanted(word)
    wanted.add(EXACT, SURFACE + word, *(LEMMA + lemma for lemma in lemmas))
    wanted.add(OTHER_LEMMA, *(LEMMA + lemma for lemma in found.lemmas))
    wanted.add(PARTS, PART + word, *(PART + lemma for lemma in lemmas))
    wanted.add(ROOTS, *(ROOT + lemma for lemma in lemmas))
    roots = [root for root in found.roots if not found.parts or word.startswith(root)]
    guesses = [kind + root for root in roots for kind in (LEMMA, ROOT)]
    wanted.add(ROOTS if found.is_known else GUESSED, *guesses)
    return wanted


def unknown_base(word: str, language: str, vocabulary: Vocabulary) -> Wanted:
    """The base forms that a word unknown to the dictionary may have, as far as somebody wrote them: *Tukiluuri*."""
    found = analysis.terms(word, language)
    wanted = Wanted(word)
    if not (found.is_known or found.lemmas):
        bases = [root for root in found.roots if len(root) >= SHORTEST_BASE and root != word and root in vocabulary]
        wanted.add(UNKNOWN_BASE, *(kind + base for base in bases for kind in (SURFACE, ROOT)))
    return wanted


def dotted(word: str, language: str, vocabulary: Vocabulary) -> Wanted | None:
    """The word read as one typed without its dots, where nobody wrote it as typed: *seina* for *seinä*; else None."""
    if word in vocabulary or word in analysis.terms(word, language).lemmas:
        return None
    meant = [other for other in vocabulary.same_folded(word) if other in vocabulary.lemmas]
    if not meant:
        return None
    wanted = Wanted(word, meant)
    for other in meant:
        wanted.join(sure(other, language), 1.0)
    wanted.join(sure(word, language), MISREAD)
    return wanted


def is_simple_word(word: str, language: str) -> bool:
    """Whether the Finnish dictionary knows the word, in whatever form, and not as a compound that it made up."""
    found = analysis.terms(word, language)
    return language == "fi" and found.is_known and not found.parts


def same_but_accents(word: str, language: str, vocabulary: Vocabulary) -> list[str]:
    """Words that differ in accents only, of those that somebody wrote."""
    return vocabulary.same_folded(word)


def forms_but_accents(word: str, language: str, vocabulary: Vocabulary) -> list[str]:
    """Words of the dictionary that differ in accents only, if somebody wrote them in another form."""
    known = analysis.with_dots(word) if language == "fi" else []
    return [other for other in known if any(lemma in vocabulary for lemma in analysis.terms(other).lemmas)]


def slips(word: str, language: str, vocabulary: Vocabulary, count: int) -> list[str]:
    """Words that are that many slips of the fingers away, the likeliest first.

    A base form that the dictionary knows is no slip: *ilmainen* is not *ihminen*. Another form of a word that it knows
    may be one, but not two: *koria* is perhaps *koira*, *hakataan* is not *tavataan*.
    """
    if analysis.is_base_form(word, language) or (count > 1 and is_simple_word(word, language)):
        return []
    return vocabulary.near(word, count, MOST_NEAR)


def instead(word: str, meant: list[str], share: float, next_share: float, language: str) -> Wanted:
    """What to look for in place of a word: each of what it may stand for, the first worth `share`."""
    wanted = Wanted(word, meant)
    for number, other in enumerate(meant):
        wanted.join(sure(other, language), share * next_share**number)
    return wanted


def simple_parts(word: str, language: str) -> list[str]:
    """The parts of a compound that are none themselves, for a word that nothing holds whole."""
    parts = analysis.terms(word, language).parts
    return [part for part in parts if not any(other != part and other in part for other in parts)]
