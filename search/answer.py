"""What the search page says to a typed text, as its template reads it."""

from dataclasses import dataclass

from django.conf import settings
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils import translation

from kasper_site.directory.help_bar.bar import bar
from search import cards, filters, hits, query

PAGE_SIZE = 10
MOST_PAGES = hits.MOST // PAGE_SIZE


@dataclass(frozen=True, slots=True)
class Meant:
    """What may have been meant: its words, and the query string that asks for them."""

    text: str
    query: str


def context(params) -> dict:
    """The template's context, in the active language, for a query string's `q`, `sivu` and filters."""
    text = cleaned(params.get("q", ""))
    if not text:
        return {"query": "", "is_searched": False}
    language = translation.get_language()
    results = query.search(text, language)
    narrowed = filters.context(hits.briefs(results), params, text)
    page = Paginator(narrowed.pop("rows"), PAGE_SIZE).get_page(_page_number(params.get("sivu")))
    is_start = page.number == 1 and not narrowed["is_filtered"]
    shown_cards = cards.cards(results) if is_start else []
    is_empty = not results.total and not shown_cards
    return {
        "query": text,
        "is_searched": True,
        "hits": hits.hits(page.object_list, results),
        "results": page,
        "count": page.paginator.count if narrowed["is_filtered"] else results.total,
        "is_start": is_start,
        "meant": _meant(results.meant),
        "cards": shown_cards,
        "finnish_url": _finnish_url(text) if is_empty and language != settings.LANGUAGE_CODE else "",
        "helplines": cards.helplines(results.language) if is_empty else [],
        "answering": bar().answering if is_empty else [],
        "list_url": reverse("search"),
        **narrowed,
    }


def cleaned(text: str) -> str:
    """The typed text as it is looked for and shown again: at most 100 characters, none that a database refuses."""
    return " ".join(text[: query.MAX_CHARACTERS].replace("\x00", " ").split())


def _meant(text: str) -> Meant | None:
    return Meant(text, filters.query_of(text)) if text else None


def _finnish_url(text: str) -> str:
    """Where the same text is looked for among the Finnish pages, most of which are in no other language."""
    with translation.override(settings.LANGUAGE_CODE):
        return reverse("search") + filters.query_of(text)


def _page_number(value: str | None) -> int:
    """The number of the page; 1 for anything that is none."""
    return min(int(value), MOST_PAGES) if value and value.isascii() and value.isdigit() and len(value) < 5 else 1
