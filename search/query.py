"""The one function behind the search page: a typed text to visible pages, best first."""

import unicodedata

from django.db.models import QuerySet
from wagtail.models import Page

from kasper_site.cms import visibility

MAX_CHARACTERS = 100
MAX_WORDS = 8


def normalise(text: str) -> str:
    """The typed text as the engine takes it: NFC, words of letters and digits, cut to what is allowed.

    Inside a word -, ' and . stay: VOIKUKKIA-ryhmä, kasperihanke.fi.
    """
    text = unicodedata.normalize("NFC", text)[:MAX_CHARACTERS]
    kept = "".join(character if character.isalnum() or character in "-'." else " " for character in text)
    words = [word.strip("-'.") for word in kept.split()]
    return " ".join([word for word in words if word][:MAX_WORDS])


def search(text: str, pages: QuerySet | None = None):
    """Visible pages that match the typed text, best first; an empty list where nothing is left to search for.

    The stock engine answers for now: pages with every word, or with any of them where there is none.
    """
    wanted = normalise(text)
    if not wanted:
        return []
    pages = Page.objects.all() if pages is None else pages
    # The stock engine takes plain filters only, so the rule goes in as a list of keys.
    keys = visibility.visible(pages.filter(depth__gt=1)).values("pk")
    pages = Page.objects.filter(pk__in=keys).specific()
    found = pages.search(wanted, operator="and")
    return found if found.count() else pages.search(wanted, operator="or")
