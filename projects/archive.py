"""The material archive's query: which materials, filtered how, with the choices that lead anywhere."""

import re

from django.utils.translation import gettext_lazy as _

from kasper_site.cms import listing
from kasper_site.cms.models import SiteDocument
from projects.models.project import Material, ProjectPage

_YEARS = re.compile(r"\b\d{4}(?:–\d{4})?\b")


def year(material: Material) -> str:
    """The year of a material; where it is not known, the years that its phase names."""
    if material.date:
        return str(material.date.year)
    years = _YEARS.search(material.phase)
    return years[0] if years else ""


FACETS = [
    listing.Facet("hanke", _("Project"), lambda row: row.page.slug, lambda row: row.page.title),
    listing.Facet("vaihe", _("Phase"), lambda row: row.phase, lambda row: row.phase),
    listing.Facet("vuosi", _("Year"), year, year, order=lambda pair: -int(pair[0][:4])),
    listing.Facet(
        "tyyppi",
        _("Type"),
        lambda row: row.kind,
        lambda row: str(SiteDocument.Kind(row.kind).label),
        order=lambda pair: pair[1],
    ),
]


def materials(locale_id: int) -> list[Material]:
    """The materials of all visible projects of a language: by project, the newest first. One query."""
    pages = ProjectPage.objects.filter(locale_id=locale_id).visible()
    rows = Material.objects.filter(page__in=pages).select_related("page", "document")
    return sorted(rows, key=lambda row: (row.page.path, -int(year(row)[:4] or 0), row.sort_order or 0))


def context(rows: list[Material], params) -> dict:
    """Template context: the materials that match a query string's `hanke`, `vaihe`, `vuosi` and `tyyppi`, and links."""
    asked = listing.wanted(FACETS, params)
    filters = listing.groups(rows, FACETS, asked, everything=_("All"))
    return {
        "materials": listing.matching(rows, FACETS, asked),
        "filters": filters,
        "filter_words": listing.chosen_words(filters),
        "is_filtered": bool(asked),
    }
