"""What the search page says to a typed text, as its template reads it."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils import translation

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
    results = query.search(text, translation.get_language())
    narrowed = filters.context(hits.briefs(results), params, text)
    page = Paginator(narrowed.pop("rows"), PAGE_SIZE).get_page(_page_number(params.get("sivu")))
    is_start = page.number == 1 and not narrowed["is_filtered"]
    return {
        "query": text,
        "is_searched": True,
        "hits": hits.hits(page.object_list, results),
        "results": page,
        "count": page.paginator.count if narrowed["is_filtered"] else results.total,
        "is_start": is_start,
        "meant": _meant(results.meant),
        "cards": cards.cards(results) if is_start else [],
        "helplines": [] if results.total else cards.helplines(results.language),
        "list_url": reverse("search"),
        **narrowed,
    }


def cleaned(text: str) -> str:
    """The typed text as it is looked for and shown again: at most 100 characters, none that a database refuses."""
    return " ".join(text[: query.MAX_CHARACTERS].replace("\x00", " ").split())


def _meant(text: str) -> Meant | None:
    return Meant(text, filters.query_of(text)) if text else None


def _page_number(value: str | None) -> int:
    """The number of the page; 1 for anything that is none."""
    return min(int(value), MOST_PAGES) if value and value.isascii() and value.isdigit() and len(value) < 5 else 1
