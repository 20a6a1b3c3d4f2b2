"""How many syllables a Finnish word has, by its vowels.

Every vowel, long vowel or diphthong is the heart of one syllable. Diphthongs in -i stand anywhere; those in -u and -y
too, near enough; ie, uo and yö only at the start of a word or of a part of a compound, where a plural's -ien is none.
"""

import re

_VOWEL = "aeiouyäöå"
_NUCLEUS = re.compile(f"aa|ee|ii|oo|uu|yy|ää|öö|[aeouyäö]i|[aeio]u|[eiäö]y|ie(?!n\\b)|uo|yö|[{_VOWEL}]")
_FIRST_IEN = re.compile(f"[^{_VOWEL}]*ien\\b")


def count(word: str) -> int:
    """The syllables of a word; 0 where it has no vowel (abbreviations, numbers)."""
    lowered = word.lower()
    extra = 1 if _FIRST_IEN.match(lowered) else 0  # `tien`, `lien`: one syllable, ie and n
    return max(0, len(_NUCLEUS.findall(lowered)) - extra)
