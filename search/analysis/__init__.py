"""From text to terms: what a word is under its ending, inside a compound and behind a derivation.

One interface for every language: `words(text)` cuts a text, `terms(word, language)` tells a word's terms by kind. It
knows neither database nor page, so it is tested by itself.
"""

from search.analysis.engines import engine_name
from search.analysis.terms import ANALYSER_VERSION, Terms, terms
from search.analysis.words import Word, fold, normalise, words

__all__ = ["ANALYSER_VERSION", "Terms", "Word", "engine_name", "fold", "normalise", "terms", "words"]
