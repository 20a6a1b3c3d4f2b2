"""Plain-language pages whose source was published after them: somebody is to see whether they still tell the same.

A review (`reviews.mark`) says that they do, as publishing the plain-language page itself does.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest, Length, Substr
from wagtail.models import Page, get_page_models

from kasper_site.cms.models import PageReview


@dataclass(frozen=True)
class SourceChange:
    """A plain-language page, the page above it that changed, when it did, when anybody last looked after that."""

    page_id: int
    source_id: int
    changed_at: datetime
    checked_at: datetime
    group_id: int | None


def live() -> list[SourceChange]:
    """All of them that visitors may read; a query for each page type in plain language."""
    return [change for model in _page_types() for change in _changes(model.objects.filter(live=True, alias_of=None))]


def of_page(page: Page) -> SourceChange | None:
    """What there is to tell of one plain-language page, None where all is well."""
    return next(iter(_changes(type(page).objects.filter(pk=page.pk))), None)


def _page_types() -> list[type[Page]]:
    return [model for model in get_page_models() if getattr(model, "is_plain_language", False)]


def _changes(pages: QuerySet) -> list[SourceChange]:
    """Those of the pages whose source is newer, the longest waiting first."""
    sources = Page.objects.filter(path=OuterRef("source_path"), live=True)
    reviews = PageReview.objects.filter(page=OuterRef("pk")).order_by("-reviewed_at")
    rows = pages.order_by().annotate(
        source_path=Substr("path", 1, Length("path") - Page.steplen),
        source_id=Subquery(sources.values("pk")[:1]),
        changed_at=Subquery(sources.values("last_published_at")[:1]),
        reviewed_at=Subquery(reviews.values("reviewed_at")[:1]),
    )
    rows = rows.annotate(
        checked_at=Greatest("last_published_at", Coalesce("reviewed_at", "last_published_at")),
    )
    found = rows.filter(changed_at__gt=F("checked_at")).order_by("changed_at", "pk")
    return [
        SourceChange(*row) for row in found.values_list("pk", "source_id", "changed_at", "checked_at", "owner_group")
    ]
