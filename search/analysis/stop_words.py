"""Words that say little by themselves: in a query of several words they decide nothing."""

_FINNISH = """
ja tai sekä eli vai mutta että jos kun koska kuin niin myös on ovat oli olla olen olet ei en et emme ette eivät se ne
hän he minä sinä me te tämä tuo mikä mitä mistä missä mihin miten kuinka kuka ketä kenen milloin miksi voi voin voiko
voinko saako onko olette olemme oletko ovatko olisi kanssa minun sinun hänen meidän teidän heidän minulla minulle
sinulla meillä teillä
"""
_SWEDISH = (
    "och eller men att om när är var inte det den de han hon jag du vi ni vad var hur vem en ett i på till för med av"
)
_ENGLISH = (
    "and or but that if when is are was not it he she they i you we what where how who a an the in on to for with of"
)
STOP_WORDS = {
    "fi": frozenset(_FINNISH.split()),
    "sv": frozenset(_SWEDISH.split()),
    "en": frozenset(_ENGLISH.split()),
}


def is_stop_word(word: str, language: str) -> bool:
    """Whether a normalised word is one of them."""
    return word in STOP_WORDS.get(language, ())
