"""Lists of stories for pages: newest first, by year and kind, only what a visitor may see."""

from dataclasses import dataclass

from django.apps import apps
from django.core.paginator import Paginator
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

PAGE_SIZE = 20
KINDS = {
    "mediatiedote": (_("Media releases"), Q(releasepage__kind="mediatiedote")),
    "tiedote": (_("Releases"), Q(releasepage__kind="tiedote")),
    "ajankohtaista": (_("Current matters"), Q(currentmatterpage__isnull=False)),
}


@dataclass(frozen=True)
class Choice:
    """A filter value as a link."""

    label: str
    value: str
    is_chosen: bool


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


def archive(stories, params) -> dict:
    """Template context of a list: one page of stories and the years and kinds that lead to others.

    `params` is a query string's mapping: `vuosi`, `tyyppi`, `sivu`; what it does not understand it leaves out.
    """
    moments = stories.order_by().values_list("public_at", "releasepage__kind")
    rows = [(timezone.localtime(moment).year, kind or "ajankohtaista") for moment, kind in moments]
    year, kind = params.get("vuosi", ""), params.get("tyyppi", "")
    if year.isascii() and year.isdigit() and len(year) == 4:
        stories = stories.filter(public_at__year=int(year))
    if kind in KINDS:
        stories = stories.filter(KINDS[kind][1])
    years = sorted({str(row[0]) for row in rows}, reverse=True)
    return {
        "stories": Paginator(stories, PAGE_SIZE).get_page(params.get("sivu")),
        "years": [Choice(value, value, value == year) for value in years],
        "kinds": [
            Choice(label, value, value == kind) for value, (label, _q) in KINDS.items() if value in {r[1] for r in rows}
        ],
        "chosen_year": year,
        "chosen_kind": kind,
    }
