"""What the search knows of a page or document besides its words: kind, day, project, whether it stands higher.

The kind is the page type's own (`BasePage.found_kind`); the rest is what the sections register here, on the floor,
because they do not know each other.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Kinds of results in a visitor's words; the value stands in addresses."""

    SERVICE = "palvelu", _("Service")
    PLACE = "paikka", _("Place")
    EVENT = "tapahtuma", _("Event")
    PROJECT = "hanke", _("Project")
    RELEASE = "tiedote", _("Release")
    CURRENT_MATTER = "ajankohtaista", _("Current matter")
    STRATEGY = "strategia", _("Strategy")
    PLAIN_LANGUAGE = "selkokieli", _("In plain language")
    DOCUMENT = "tiedosto", _("Document")
    PAGE = "sivu", _("Page")


@dataclass(frozen=True, slots=True)
class About:
    """The day that is shown, the year to filter by, and the key of the project's page."""

    day: date | None = None
    year: str = ""
    project_id: int | None = None

    def filled(self, other: "About") -> "About":
        """With what the other knows and this one does not."""
        return About(self.day or other.day, self.year or other.year, self.project_id or other.project_id)


Provider = Callable[[Collection[int]], dict[int, About]]
Lifted = Callable[[], Iterable[int]]

_of_pages: list[Provider] = []
_of_documents: list[Provider] = []
_lifted: dict[Lifted, float] = {}


def register_pages(provider: Provider) -> None:
    """Ask `provider(keys of pages)` what it knows of them, by key; it may name pages that no visitor may see."""
    if provider not in _of_pages:
        _of_pages.append(provider)


def register_documents(provider: Provider) -> None:
    """The same for documents."""
    if provider not in _of_documents:
        _of_documents.append(provider)


def register_lifted(lifted: Lifted, by: float) -> None:
    """Show the pages whose keys `lifted()` gives a little higher than others that match as well: `by` times."""
    _lifted[lifted] = by


def lifted_pages() -> dict[int, float]:
    """The keys of the pages that stand a little higher, whether a visitor may see them or not, and by how much."""
    return {pk: by for lifted, by in _lifted.items() for pk in lifted()}


def about_pages(pks: Collection[int]) -> dict[int, About]:
    """What the sections know of pages, by key. A few queries, however many pages."""
    return _joined(_of_pages, pks)


def about_documents(pks: Collection[int]) -> dict[int, About]:
    """What the sections know of documents, by key."""
    return _joined(_of_documents, pks)


def _joined(providers: list[Provider], pks: Collection[int]) -> dict[int, About]:
    found: dict[int, About] = {}
    for provider in providers if pks else ():
        for pk, about in provider(pks).items():
            found[pk] = found.get(pk, About()).filled(about)
    return found
