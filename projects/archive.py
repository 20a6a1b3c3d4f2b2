"""The material archive's query: which materials, filtered how, with the choices that lead anywhere."""

from dataclasses import dataclass

from kasper_site.cms.models import SiteDocument
from kasper_site.cms.partial_dates import PartialDate
from projects.models.project import Material, ProjectPage

FILTERS = {"hanke": "project", "vaihe": "phase", "vuosi": "year", "tyyppi": "kind"}


@dataclass(frozen=True)
class Choice:
    """A filter value as a link: its text, its query value, whether it is chosen."""

    label: str
    value: str
    is_chosen: bool


def _value(material: Material, name: str) -> tuple[str, str]:
    """A material's value and its label under one filter."""
    if name == "project":
        return material.page.slug, material.page.title
    if name == "kind":
        return material.kind, SiteDocument.Kind(material.kind).label
    if name == "year":
        year = str(material.date.year) if material.date else ""
        return year, year
    return material.phase, material.phase


def materials(locale_id: int) -> list[Material]:
    """The materials of all visible projects of a language, newest first. One query."""
    pages = ProjectPage.objects.filter(locale_id=locale_id).visible()
    rows = Material.objects.filter(page__in=pages).select_related("page", "document")
    return sorted(rows, key=lambda row: (row.page.path, -(row.date or PartialDate(1900)).year, row.sort_order or 0))


def chosen(params) -> dict[str, str]:
    """The filters named in a query string, by our names; unknown ones are left out."""
    return {name: params.get(key, "")[:80] for key, name in FILTERS.items() if params.get(key)}


def listing(rows: list[Material], wanted: dict[str, str]) -> list[Material]:
    """The materials that match every wanted filter."""
    return [row for row in rows if all(_value(row, name)[0] == value for name, value in wanted.items())]


def choices(rows: list[Material], wanted: dict[str, str]) -> dict[str, list[Choice]]:
    """For each filter (by its query name) the values that there are, in reading order."""
    found = {}
    for key, name in FILTERS.items():
        values = dict(_value(row, name) for row in rows if _value(row, name)[0])
        found[key] = [Choice(values[value], value, wanted.get(name) == value) for value in sorted(values)]
    return found
