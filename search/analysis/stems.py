"""Snowball's stems: all that Swedish and English need; a last resort for Finnish words that Voikko does not know."""

import threading

import Stemmer

from search.analysis.terms import Terms, distinct

SNOWBALL = {"fi": "finnish", "sv": "swedish", "en": "english"}
_local = threading.local()


def stem(word: str, language: str) -> str:
    """The stem of a normalised word; a language without a stemmer leaves it as it is."""
    if language not in SNOWBALL:
        return word
    stemmers = _local.__dict__.setdefault("stemmers", {})
    if language not in stemmers:  # a stemmer is not safe between threads
        stemmers[language] = Stemmer.Stemmer(SNOWBALL[language], 0)
    return stemmers[language].stemWord(word)


def terms(word: str, language: str) -> Terms:
    """The word's stem as its lemma; the pieces between hyphens as its parts."""
    pieces = [piece for piece in word.split("-") if piece] if "-" in word else []
    parts = [stem(piece, language) for piece in pieces]
    return distinct(word, [stem(word, language)], parts, [], is_known=True)
