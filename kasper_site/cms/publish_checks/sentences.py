"""Running text cut into sentences and words, as Finnish is written: dates, ordinals and abbreviations end nothing."""

import re
from collections.abc import Iterator

# Abbreviations that stand before something, so that a sentence goes on after them whatever comes next. Those that
# may as well close it (jne. ym. yms. tms. kk) are left out: a capital after them begins a new one.
_BEFORE = """
    alk dos ent esim hlö huom joht klo ks lis maist mm muk nro ns nyk os pj prof puh ref sis so suom synt tel tj toim
    tri ts tv vas vrt vs bl.a dr e.g i.e kl mr mrs ms t.ex
"""
_NEVER_END = frozenset(_BEFORE.split())
_END = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s+[\"”’»(\[–—-]*\s*[A-ZÅÄÖ0-9\ufffc])")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LAST_TOKEN = re.compile(r"\S+\Z")


def split(paragraph: str) -> list[str]:
    """The sentences of a paragraph, without empty ones."""
    return [sentence for sentence in _cut(" ".join(paragraph.split())) if sentence]


def words(sentence: str) -> list[str]:
    """The words of a sentence; compounds with a hyphen are one, numbers are none."""
    return _WORD.findall(sentence)


def _cut(text: str) -> Iterator[str]:
    start = 0
    for match in _END.finditer(text):
        if match[0].startswith(".") and not _ends(text[start : match.start()]):
            continue
        yield text[start : match.end()].strip()
        start = match.end()
    yield text[start:].strip()


def _ends(before: str) -> bool:
    """Whether a full stop after these words ends a sentence: not after an abbreviation, an initial, a list's number."""
    match = _LAST_TOKEN.search(before)
    token = match[0].lstrip('("”').casefold() if match else ""
    is_first = not before[: match.start()].strip() if match else True
    if token.isdigit():
        return not is_first
    return token not in _NEVER_END and not (len(token) == 1 and token.isalpha())
