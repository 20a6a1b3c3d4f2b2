"""Lists of stories for pages: newest first, by year and kind, only what a visitor may see."""

from dataclasses import dataclass

from django.apps import apps
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kasper_site.cms import listing

PAGE_SIZE = 20
CURRENT_MATTER = "ajankohtaista"
KINDS = {
    "mediatiedote": _("Media releases"),
    "tiedote": _("Releases"),
    CURRENT_MATTER: _("Current matters"),
}


@dataclass(frozen=True)
class Row:
    """As much of a story as filtering needs."""

    pk: int
    year: str
    kind: str


FACETS = [
    listing.Facet("vuosi", _("Year"), lambda row: row.year, lambda row: row.year),
    listing.Facet("tyyppi", _("Kind"), lambda row: row.kind, lambda row: str(KINDS[row.kind])),
]


def newest_release() -> QuerySet:
    """The key of the newest release that a visitor may see, which the search shows a little higher."""
    return _stories().filter(releasepage__isnull=False).values_list("pk", flat=True)[:1]


def _stories():
    pages = apps.get_model("news", "StoryPage").objects.visible()
    return pages.select_related("releasepage", "currentmatterpage", "listing_image").order_by("-public_at", "-pk")


def in_language(locale_id: int):
    """All visible stories of a language, newest first."""
    return _stories().filter(locale_id=locale_id)


def latest(locale_id: int, count: int) -> list:
    """The newest stories of a language."""
    return list(in_language(locale_id)[:count])


def about(page):
    """The visible stories below a page or naming it as their project, newest first."""
    return _stories().filter(Q(related_project_id=page.pk) | Q(path__startswith=page.path, depth__gt=page.depth))


def rows(stories) -> list[Row]:
    """The stories in brief, in their own order. One query."""
    values = stories.values_list("pk", "public_at", "releasepage__kind")
    return [Row(pk, str(timezone.localtime(moment).year), kind or CURRENT_MATTER) for pk, moment, kind in values]


def archive(stories, params) -> dict:
    """Template context of a list: one page of stories, links to others by year and kind, links to its further pages.

    `params` is a query string's mapping: `vuosi`, `tyyppi`, `sivu`; what it does not understand it leaves out.
    """
    every_row, asked = rows(stories), listing.wanted(FACETS, params)
    page = Paginator(listing.matching(every_row, FACETS, asked), PAGE_SIZE).get_page(params.get("sivu"))
    filters = listing.groups(every_row, FACETS, asked, everything=_("All"))
    found = {story.pk: story for story in stories.filter(pk__in=[row.pk for row in page])}
    return {
        "stories": [found[row.pk] for row in page if row.pk in found],
        "story_page": page,
        "filters": filters,
        "filter_words": listing.chosen_words(filters),
        "is_filtered": bool(asked),
    }
