"""What the index holds of a text: one token for each term, `LEVEL KIND term` written together (`3llapsi`).

The level (0–3, in the title 4) says how much of the text the term is: quantised BM25 without the rarity, which the
query adds. So both databases hold the same sets of words, and one code works out the order, not either database.
"""

from collections import Counter

from search import analysis

SURFACE, LEMMA, PART, ROOT = "slpr"
SUMMARY_WEIGHT = 2
HEADING_WEIGHT = 3  # of what stands in the text as a heading
LEVELS = 5
TITLE = LEVELS - 1  # the level of every term of the title
SATURATION = 1.2  # BM25's k1
LENGTH_SHARE = 0.6  # BM25's b
USUAL_LENGTH = 250  # words; fixed, so that a page's tokens hang on the page alone


def of_text(title: str, summary: str, text: str, language: str, headings: str = "") -> list[str]:
    """The tokens of a text, sorted, each once. `headings`: those of the lines of the text that weigh more."""
    weights: Counter[str] = Counter()
    length = 0
    for part, weight in ((summary, SUMMARY_WEIGHT), (text, 1)):
        for word in analysis.words(part):
            length += 1
            for term, share in kinds(word.text, language):
                weights[term] += weight * share
    for word in analysis.words(headings):
        for term, share in kinds(word.text, language):
            if term in weights:  # what is nowhere shown finds nothing
                weights[term] += (HEADING_WEIGHT - 1) * share
    levels = {term: level(weight, length) for term, weight in weights.items()}
    levels |= {term: TITLE for word in analysis.words(title) for term, _share in kinds(word.text, language)}
    return sorted(f"{number}{term}" for term, number in levels.items())


def kinds(word: str, language: str) -> list[tuple[str, float]]:
    """A word's terms, each with the letter of its kind before it, and how sure it is that the word is that term."""
    found = analysis.terms(word, language)
    share = 1 / found.choices
    return [
        (SURFACE + found.surface, 1.0),
        *((LEMMA + term, share) for term in found.lemmas),
        *((PART + term, share) for term in found.parts),
        *((ROOT + term, share) for term in found.roots),
    ]


def level(weight: float, length: int) -> int:
    """How much a term that occurs `weight` times weighs in a text of `length` words: 0 (least) to 3."""
    norm = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length / USUAL_LENGTH)
    return min(int(TITLE * weight / (weight + norm)), TITLE - 1)
