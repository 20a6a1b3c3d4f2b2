"""Examples of what the search shows, for the pattern library."""

from datetime import date

from django.core.paginator import Paginator
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from kasper_site.cms.found import Kind
from kasper_site.cms.patterns import Component, Sample
from kasper_site.cms.patterns.rendering import part
from kasper_site.cms.patterns.words import EMPTY, FOCUS, HOVER, LONG, LONG_LINE, LONG_WORD, REST, SENTENCE
from search.answer import Meant
from search.hits import Hit

PAGE = "search/search_page.html"
SERVICE = Hit(
    title=mark_safe("<mark>Tukiluuri</mark>"),
    url="/",
    kind=Kind.SERVICE.label,
    day=None,
    year="",
    snippet=mark_safe(f"…soita <mark>Tukiluuriin</mark>. {SENTENCE}"),
    trail=("Apua ja tukea",),
)
STORY = Hit(mark_safe("Vertais<mark>tuki</mark>"), "/", Kind.RELEASE.label, date(2023, 8, 2), "", mark_safe(SENTENCE))
FILE = Hit(
    title=mark_safe(LONG_WORD),
    url="/",
    kind=Kind.DOCUMENT.label,
    day=None,
    year="2021",
    snippet=mark_safe(f"<mark>{LONG_WORD}</mark> {LONG_LINE}"),
    trail=(LONG_LINE, LONG_WORD),
    file_type="PDF",
    page_number=112,
    language="sv",
)


def components() -> list[Component]:
    """What was found, what stands there when nothing was, and the suggestions below the field."""
    found = part(PAGE, _results([SERVICE, STORY]), ".results")
    suggestions = part("patterns/suggestions.html", {"texts": ["Tukiluuri", "Vertaistuki", LONG_WORD, LONG_LINE]})
    return [
        Component(
            "results",
            _("Search results"),
            _("One line of each, what was found marked; where nothing was found, what to try and the helplines."),
            [
                Sample(REST, found),
                Sample(HOVER, found, "as-hover"),
                Sample(FOCUS, found, "as-focus"),
                Sample(LONG, part(PAGE, _results([FILE]), ".results")),
                Sample(_("Did you mean"), part(PAGE, _results([SERVICE], Meant("tukiluuri", "?q=tuki")), ".section")),
                Sample(EMPTY, part(PAGE, _results([]), ".section")),
            ],
        ),
        Component(
            "suggestions",
            _("Suggestions"),
            _("Below a search field while somebody types; the one that the keys have reached is marked."),
            [Sample(REST, suggestions), Sample(HOVER, suggestions, "as-hover")],
        ),
    ]


def _results(rows: list[Hit], meant: Meant | None = None) -> dict:
    page = Paginator(rows, 10).page(1)
    return {"is_searched": True, "query": "tuki", "results": page, "hits": rows, "count": len(rows), "meant": meant}
