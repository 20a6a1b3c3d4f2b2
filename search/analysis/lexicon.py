"""Whether a word is an ordinary word of the language and can be nobody's name."""

from search.analysis.engines import engine

# Voikko's classes of names, of places too (*Mäkelä* and *Nieminen* are only that to it), and its mark of the words that
# make names: it reads *Lehtovirta* as a compound of two such words, and no dictionary holds all family names.
NAMES = ("[Lee]", "[Lem]", "[Lep]", "[Les]", "[Ica]")


def is_plain_word(word: str, language: str) -> bool:
    """Whether the dictionary knows a normalised word, and in no reading as a name; there is one of Finnish only."""
    if language != "fi":
        return False
    outputs = engine().outputs(word)
    return bool(outputs) and not any(mark in output for output in outputs for mark in NAMES)
