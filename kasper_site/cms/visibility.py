"""The one rule of what a visitor sees.

Every public listing, search, feed, sitemap, route and file asks it; nothing else decides. A page is visible when
it is live, not past its expiry, in no private section, and in no *hidden set*. An app with a reason of its own to
hide pages registers a function `hidden(now) -> queryset of page primary keys` (news: releases ahead of their time).
"""

from collections.abc import Callable
from datetime import datetime

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

HiddenSet = Callable[[datetime], QuerySet]

_hidden_sets: list[HiddenSet] = []


def register_hidden(hidden: HiddenSet) -> None:
    """Hide from every visitor the pages whose primary keys `hidden(now)` selects."""
    if hidden not in _hidden_sets:
        _hidden_sets.append(hidden)


def restricted() -> Exists:
    """An expression, true for a page that stands in a private section."""
    outer_path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(outer_path=outer_path)
    return Exists(restrictions.filter(outer_path__startswith=F("page__path")))


def servable(pages: QuerySet, now: datetime | None = None) -> QuerySet:
    """The pages that an address may answer with; a private one still asks for its password first."""
    now = now or timezone.now()
    pages = pages.filter(Q(expire_at__isnull=True) | Q(expire_at__gt=now), live=True)
    for hidden in _hidden_sets:
        pages = pages.exclude(pk__in=hidden(now))
    return pages


def visible(pages: QuerySet, now: datetime | None = None) -> QuerySet:
    """The pages of a queryset that a visitor may see at `now` (an aware moment; default: this one)."""
    return servable(pages, now).filter(~restricted())


def is_servable(page: Page, now: datetime | None = None) -> bool:
    """Whether the rule lets this one page be served."""
    return servable(Page.objects.filter(pk=page.pk), now).exists()


def is_visible(page_id: int) -> bool:
    """Whether a visitor may see the page of that key now."""
    return visible(Page.objects.filter(pk=page_id)).exists()


def visible_or_none(page_id: int | None) -> Page | None:
    """The page of that key, if a visitor may see it; no query where there is no key."""
    return visible(Page.objects.filter(pk=page_id)).first() if page_id else None


class VisiblePageQuerySet(PageQuerySet):
    """Page querysets that know the rule."""

    def visible(self, now: datetime | None = None):
        """Only what a visitor may see."""
        return visible(self, now)
