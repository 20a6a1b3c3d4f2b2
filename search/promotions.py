"""Pages that editors want to stand first for certain words, and those words as suggestions."""

from django.db.models import QuerySet
from wagtail.models import Page

from kasper_site.cms import visibility
from search import phrases, rank
from search.analysis import fold, normalise
from search.models import Promotion


def promoted(text: str, language: str) -> dict[int, str]:
    """The keys of the pages to show first for a typed text, with what an editor says of them. One query."""
    typed = phrases.typed(rank.query_words(text), language)
    found: dict[int, str] = {}
    for promotion in _shown(language) if typed else ():
        if any(phrases.holds(typed, phrase, language) for phrase in promotion.phrases):
            found.setdefault(promotion.page_id, promotion.text)
    return found


def promoted_terms(prefix: str, language: str) -> list[str]:
    """The words of promotions that begin with what has been typed, with or without dots, for suggestions."""
    start = fold(normalise(" ".join(prefix.split())))
    if not start:
        return []
    terms = (phrase for promotion in _shown(language) for phrase in promotion.phrases)
    return list(dict.fromkeys(term for term in terms if fold(normalise(term)).startswith(start)))


def _shown(language: str) -> QuerySet:
    """The promotions of pages in the language that a visitor may see."""
    pages = Page.objects.filter(locale__language_code=language, depth__gt=1)  # the tree's root is no page of the site
    return Promotion.objects.filter(page__in=visibility.visible(pages)).order_by("pk")
