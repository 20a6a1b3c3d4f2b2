"""Finnish words that Voikko does not know: new compounds (*huostaanotettu*), product names, family names, loans.

A compound of two known words is read as one. Else the endings of the cases are taken off by rule: each base form that
the word could have is a root, for a name's *Teikarin* as well as *Teikari* itself end up at *teikari*.
"""

from search.analysis import finnish
from search.analysis.readings import Reading
from search.analysis.stems import stem
from search.analysis.terms import Terms, distinct

SHORTEST_HEAD, SHORTEST_TAIL = 3, 4
SHORTEST_SURE_HEAD = 5  # letters of a known head before a tail that nobody knows
SHORTEST_BASE = 2
VOWELS = "aeiouyäö"

# Endings of nouns, longest first, of both vowel harmonies, possessive suffixes and clitics left out.
_ENDINGS = """
  n t a ä ta tä tta ttä ssa ssä sta stä lla llä lta ltä lle na nä ksi tta ttä
  ssaan ssään staan stään llaan llään lleen nsa nsä
  ja jä ia iä en ien jen iden itten ita itä issa issä ista istä illa illä ilta iltä ille ina inä iksi iin ihin
  seen hin han hän hon hön hun hyn hen
"""
ENDINGS = sorted(set(_ENDINGS.split()), key=len, reverse=True)
# Weak grade → strong grade at the end of a stem: Pekan – Pekka, Kurjen – Kurki.
GRADES = [
    ("ng", "nk"), ("mm", "mp"), ("nn", "nt"), ("ll", "lt"), ("rr", "rt"),
    ("k", "kk"), ("p", "pp"), ("t", "tt"), ("d", "t"), ("v", "p"),
]  # fmt: skip


def terms(word: str) -> Terms:
    """The terms of an unknown word: as a compound where it can be one, else its possible base forms."""
    compound = _compound(word)
    if compound:
        return compound
    head = _known_head(word)
    guesses = base_candidates(word) + (base_candidates(word[len(head) :]) if head else [])
    return distinct(word, [], finnish.base_forms(head), [*guesses, stem(word, "fi")], is_known=False)


def _compound(word: str) -> Terms | None:
    """The word as head and tail, both known, the fewest parts and then the longest head first."""
    best = None
    for cut in range(SHORTEST_HEAD, len(word) - SHORTEST_TAIL + 1):
        head, tail = finnish.readings(word[:cut]), finnish.readings(word[cut:])
        if head and tail:
            cost = (head[0].borders + tail[0].borders, -cut)
            if best is None or cost < best[0]:
                best = (cost, cut)
    if best is None:
        return None
    head, tail = word[: best[1]], word[best[1] :]
    known_head, known_tail = finnish.terms(head), finnish.terms(tail)
    lemmas = [head + lemma for lemma in known_tail.lemmas]
    parts = [head, *known_head.lemmas, *known_head.parts, *known_tail.lemmas, *known_tail.parts]
    families = [finnish.family(head, lemma) for lemma in known_tail.lemmas]
    return distinct(word, lemmas, parts, [*known_head.roots, *known_tail.roots, *families], is_known=False)


def _known_head(word: str) -> str:
    """The longest known beginning of a word that is no compound: *kokemus* of *kokemuskohtaamo*; "" without any.

    One that can begin a compound, a base form or a genitive: not *kokemusko*, a question.
    """
    heads = [word[:cut] for cut in range(SHORTEST_SURE_HEAD, len(word) - SHORTEST_TAIL + 1)]
    borders = {head: found[0].borders for head in heads if (found := _modifiers(head))}
    return max(borders, key=lambda head: (-borders[head], len(head)), default="")


def _modifiers(head: str) -> list[Reading]:
    return [reading for reading in finnish.readings(head) if head.endswith("n") or reading.lemma == head]


def base_candidates(word: str) -> list[str]:
    """The base forms that an unknown word could have, itself first; few, for each costs a term."""
    found = [word]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_BASE:
            found += _bases(word[: -len(ending)])
    return list(dict.fromkeys(found))


def _bases(cut: str) -> list[str]:
    """The base forms of what is left after an ending: itself, without -i- of a consonant's end, in the strong grade."""
    found = [cut]
    if cut[-1] == "i":
        found.append(cut[:-1])  # Elisabethi|ltä – Elisabeth
    if cut[-1] in VOWELS and len(cut) > 3:
        found += _strong(cut)
    if cut.endswith("se"):
        found.append(cut[:-2] + "nen")  # Virtase|n – Virtanen
    elif cut.endswith("s"):
        found.append(cut[:-1] + "nen")  # Virtas|ta
    if cut.endswith("kse"):
        found.append(cut[:-3] + "s")  # Petraeukse|n – Petraeus
    return found


def _strong(cut: str) -> list[str]:
    stem_, vowel = cut[:-1], cut[-1]
    return [stem_[: -len(weak)] + strong + vowel for weak, strong in GRADES if stem_.endswith(weak)][:1]
