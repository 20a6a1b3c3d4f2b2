"""From text to terms: what a word is under its ending, inside a compound and behind a derivation.

One interface for every language: `words(text)` cuts a text, `terms(word, language)` tells a word's terms by kind. It
knows neither database nor page, so it is tested by itself.
"""

from search.analysis.engines import engine_name
from search.analysis.stop_words import is_stop_word
from search.analysis.terms import ANALYSER_VERSION, Terms, is_base_form, terms, with_dots
from search.analysis.words import Word, composed, fold, normalise, pieces, plain, typed_words, words

__all__ = [
    "ANALYSER_VERSION",
    "Terms",
    "Word",
    "composed",
    "engine_name",
    "fold",
    "is_base_form",
    "is_stop_word",
    "normalise",
    "pieces",
    "plain",
    "terms",
    "typed_words",
    "with_dots",
    "words",
]
