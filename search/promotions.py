"""Pages that editors want to stand first for certain words, and those words as suggestions."""

from wagtail.models import Page

from kasper_site.cms import visibility
from search import phrases, rank
from search.analysis import fold, normalise
from search.models import Promotion
from search.plan import base_forms


def promoted(text: str, language: str) -> dict[int, str]:
    """The keys of the pages to show first for a typed text, with what an editor says of them; visible ones only.

    Two queries where something may match, one otherwise.
    """
    typed = [frozenset(base_forms(word, language)) for word in rank.query_words(text)]
    found: dict[int, str] = {}
    if typed:
        for promotion in Promotion.objects.filter(page__locale__language_code=language).order_by("pk"):
            if any(_holds(typed, phrase, language) for phrase in promotion.phrases):
                found.setdefault(promotion.page_id, promotion.text)
    shown = set(visibility.visible(Page.objects.filter(pk__in=found)).values_list("pk", flat=True)) if found else ()
    return {pk: said for pk, said in found.items() if pk in shown}


def _holds(typed: list[frozenset[str]], phrase: str, language: str) -> bool:
    """Whether each word of the phrase was typed, in whatever form."""
    return all(any(forms & word for word in typed) for forms in phrases.forms(phrase, language))


def promoted_terms(prefix: str, language: str) -> list[str]:
    """The words of promotions that begin with what has been typed, with or without dots, for suggestions."""
    start = fold(normalise(" ".join(prefix.split())))
    if not start:
        return []
    rows = Promotion.objects.filter(page__in=visibility.visible(Page.objects.filter(locale__language_code=language)))
    terms = (phrase for promotion in rows for phrase in promotion.phrases)
    return list(dict.fromkeys(term for term in terms if fold(normalise(term)).startswith(start)))
