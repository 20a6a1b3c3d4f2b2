"""Where a story stands before its publication is recorded, and how soon to look again."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from kasper_site.cms import visibility
from news import publications
from news.models import StoryPage
from news.receipt import health, rows, wording
from news.receipt.rows import Receipt

AT_ONCE, NOW_AND_THEN = 1, 30  # seconds


@dataclass(frozen=True)
class Now:
    """What the top of the receipt shows: the newest publication, or words where there is none of this text yet.

    `again` is after how many seconds something may have changed; 0 where nothing will by itself.
    """

    receipt: Receipt | None
    summary: str
    help: str
    again: int
    is_silent: bool


def now_of(story: StoryPage) -> Now:
    """The story's receipt as it is at this moment."""
    if not visibility.is_visible(story.pk):
        return _hidden(story)
    if not publications.is_recorded(story):
        words = _("The publication is being written down …")
        return Now(None, words, "", AT_ONCE, health.is_silent())
    newest = story.publications.first()
    return _recorded(*rows.receipts([newest]))


def _hidden(story: StoryPage) -> Now:
    now = timezone.now()
    if not story.live or story.public_at <= now:
        return Now(None, _("Visitors do not see the page."), "", 0, is_silent=False)
    summary = _("Becomes public on %(moment)s") % {"moment": wording.moment(story.public_at)}
    again = AT_ONCE if story.public_at - now < timedelta(minutes=1) else NOW_AND_THEN
    return Now(None, summary, _("What follows from publishing is done then."), again, health.is_silent())


def _recorded(receipt: Receipt) -> Now:
    if receipt.is_finished:
        return Now(receipt, receipt.summary, "", 0, is_silent=False)
    is_soon = receipt.next_change_at and receipt.next_change_at < timezone.now() + rows.SOON
    return Now(receipt, receipt.summary, "", AT_ONCE if is_soon else NOW_AND_THEN, health.is_silent())
