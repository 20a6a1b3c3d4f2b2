"""When a page is to be read through again, and that somebody has done so.

An editor's wish, `BasePage.review_date`, is a field of the page and goes back when an older draft is published. That a
page *was* reviewed must hold whatever is published later, so it is a row of its own (`PageReview`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, get_page_models

from kasper_site.cms import source_changes
from kasper_site.cms.models import BasePage, PageReview

LOG_ACTION = "kasper.reviewed"


@dataclass(frozen=True)
class Due:
    """A page's review that is due: since when, which group (its primary key) looks after the page, and why.

    `is_source_change`: not for its date, but because the page that it tells in plain language has changed.
    """

    page_id: int
    on: date
    group_id: int | None
    is_source_change: bool = False


def a_year_after(day: date) -> date:
    """The same day a year later; 28 February after 29 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def due_on(review_date: date | None, review: PageReview | None) -> date | None:
    """The day of the next review: the date on the page, if it lies after the last review, else that review's own."""
    if review is None or (review_date and review_date > review.reviewed_on):
        return review_date
    return review.next_review_on


def mark(page: Page, user: AbstractBaseUser, today: date | None = None) -> PageReview:
    """Keep that the user has read the page through today, in its history too; it is due again in a year."""
    today = today or timezone.localdate()
    with transaction.atomic():
        review = PageReview.objects.create(
            page_id=page.pk, reviewed_on=today, reviewed_by=user, next_review_on=a_year_after(today)
        )
        log(instance=page, action=LOG_ACTION, user=user, data={"next": review.next_review_on.isoformat()})
    return review


def due(today: date | None = None) -> list[Due]:
    """The live pages that are due, the longest waiting first; four queries, however many types of page there are."""
    found = {entry.page_id: entry for entry in (*_by_date(today or timezone.localdate()), *_by_source())}
    return sorted(found.values(), key=lambda entry: (entry.on, entry.page_id))


def _by_date(today: date) -> Iterable[Due]:
    """The pages whose day has come."""
    reviews = latest_reviews(PageReview.objects.all())
    wanted = Q(review_date__lte=today) | Q(pk__in=[pk for pk, row in reviews.items() if row.next_review_on <= today])
    return (
        Due(page_id, day, group_id)
        for page_id, review_date, group_id in _dated(wanted)
        if (day := due_on(review_date, reviews.get(page_id))) and day <= today
    )


def _by_source() -> Iterable[Due]:
    """The plain-language pages whose source has changed."""
    return (
        Due(change.page_id, timezone.localdate(change.changed_at), change.group_id, is_source_change=True)
        for change in source_changes.live()
    )


def latest_reviews(reviews: QuerySet) -> dict[int, PageReview]:
    """The last review of each page."""
    return {review.page_id: review for review in reviews.order_by("reviewed_on", "pk")}


def _dated(wanted: Q) -> Iterable[tuple[int, date | None, int | None]]:
    """Key, review date and group of the live pages that a condition selects.

    The fields of an abstract base cannot be asked of `Page`: one part of the query for each table that has them.
    """
    parts = [
        model.objects.filter(wanted, live=True, alias_of=None)
        .order_by()
        .values_list("pk", "review_date", "owner_group_id")
        for model in _tables()
    ]
    # All at once: SQLite runs out of its parser's stack where a part holds the one before it.
    return parts[0].union(*parts[1:], all=True)


def _tables() -> list[type[BasePage]]:
    """The page types whose own table holds the fields of BasePage."""
    return [
        model
        for model in get_page_models()
        if issubclass(model, BasePage) and model._meta.get_field("review_date").model is model
    ]
