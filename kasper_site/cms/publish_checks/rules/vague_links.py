"""The words of a link tell where it leads, also when it is heard alone in a list of links (WCAG 2.2, 2.4.4, 2.4.9)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from kasper_site.cms.publish_checks.draft import Draft
from kasper_site.cms.publish_checks.findings import Finding, asking
from kasper_site.cms.publish_checks.parts import Link, LinkKind, Text

# A link that has no other words than these tells nothing, in whatever order they stand.
_FINNISH = """
    tästä täältä täällä tässä tänne tähän tuolta tämä lue lisää lisätietoa lisätietoja lisätiedot klikkaa napsauta paina
    katso avaa siirry lataa tutustu linkki linkit linkin linkistä kautta sivu sivulta sivulle sivulla sivuun sivusto
    sivustolta sivustolle tiedosto tiedoston jatka lukemista ja koko juttu
"""
_SWEDISH = "här läs mer mera klicka länk länken denna sida sidan på se ladda ner fortsätt läsa"
_ENGLISH = "here read more click this link page learn see the on for details info download continue reading"
_EMPTY_WORDS = frozenset(f"{_FINNISH} {_SWEDISH} {_ENGLISH}".split())
_WORDS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S+", re.IGNORECASE)


def vague_links(draft: Draft) -> Iterator[Finding]:
    """Links whose words tell nothing, are an address, or are missing."""
    for text in draft.texts:
        for link in text.links:
            if link.kind is not LinkKind.FACT and not link.is_optional:
                yield from _of_link(text, link)


def _of_link(text: Text, link: Link) -> Iterator[Finding]:
    words = link.words.strip()
    if not words and text.html:
        message = _("This link has no words. Write where it leads or take it away.")
        yield asking("empty-link", text.place, message, str(link.target or ""))
    elif _ADDRESS.fullmatch(words):
        message = _("The words of this link are an address. Write the name of the page it leads to.")
        yield asking("address-as-link", text.place, message, words)
    elif is_vague(words):
        message = _("The words of this link do not tell where it leads. Name the page or what one finds there.")
        yield asking("vague-link", text.place, message, words)


def is_vague(words: str) -> bool:
    """Whether the words would tell nothing if they were heard alone."""
    found = _WORDS.findall(words.casefold())
    return bool(found) and all(word in _EMPTY_WORDS for word in found)
