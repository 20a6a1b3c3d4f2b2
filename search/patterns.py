"""Examples of what the search shows, for the pattern library."""

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from kasper_site.cms.patterns import Component, Sample
from kasper_site.cms.patterns.rendering import part
from kasper_site.cms.patterns.words import EMPTY, FOCUS, HOVER, LONG_LINE, LONG_WORD, REST, SENTENCE

PAGE = "search/search_page.html"
FOUND = [
    {"title": "Tukiluuri", "url": "/", "search_description": SENTENCE},
    {"title": LONG_WORD, "url": "/", "search_description": LONG_LINE},
]


def components() -> list[Component]:
    """What was found, and what stands there when nothing was."""
    found = part(PAGE, _results(FOUND), ".results")
    return [
        Component(
            "results",
            _("Search results"),
            _("One line of each; where nothing was found, the helplines."),
            [
                Sample(REST, found),
                Sample(HOVER, found, "as-hover"),
                Sample(FOCUS, found, "as-focus"),
                Sample(EMPTY, part(PAGE, _results([]), ".section")),
            ],
        )
    ]


def _results(rows: list[dict]) -> dict:
    return {"is_searched": True, "query": "tuki", "results": Paginator(rows, 10).page(1)}
