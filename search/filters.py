"""The filters of the results: type, year, project."""

from django.utils.translation import gettext_lazy as _

from kasper_site.cms import listing
from search.hits import Brief

FACETS = [
    listing.Facet("tyyppi", _("Type"), lambda row: row.kind.value, lambda row: str(row.kind.label)),
    listing.Facet(
        "vuosi", _("Year"), lambda row: row.about.year, lambda row: row.about.year, order=lambda pair: -int(pair[0])
    ),
    listing.Facet("hanke", _("Project"), lambda row: row.project[0], lambda row: row.project[1]),
]
FEWEST = 2  # values, "all" left out, that are a choice


def context(rows: list[Brief], params, text: str) -> dict:
    """Template context: the rows that match a query string's `tyyppi`, `vuosi` and `hanke`, and links for others."""
    asked = listing.wanted(FACETS, params)
    every = listing.groups(rows, FACETS, asked, everything=_("All"), kept={"q": text})
    groups = [group for group in every if asked or _is_choice(group)]
    return {
        "rows": listing.matching(rows, FACETS, asked),
        "filters": groups,
        "filter_words": listing.chosen_words(groups),
        "is_filtered": bool(asked and rows),
        "unfiltered": query_of(text),
    }


def query_of(text: str) -> str:
    """The query string that asks for a text."""
    return listing.query_string({"q": text})


def _is_choice(group: listing.FilterGroup) -> bool:
    """Whether it leads to other results than these."""
    return len(group.choices) > FEWEST
