"""Finds the stories that have become visible, whatever made them so, and has the outbox do the rest.

A story becomes visible by a click, by approval, by a schedule, or by the clock alone when its embargo ends. So nothing
hangs on a signal: what a visitor may see now is compared with what is recorded.
"""

from datetime import datetime

from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce

from kasper_site.delivery.models import Publication
from kasper_site.delivery.outbox.draining import drain
from kasper_site.delivery.outbox.recording import record, take_up_again
from news.models import StoryPage


def record_new(now: datetime | None = None) -> int:
    """Record the publications of visible stories that are not recorded yet; how many.

    An ExceptionGroup tells which could not be; the others are.
    """
    recorded = Publication.objects.filter(page=OuterRef("pk"), published_at=OuterRef("moment"))
    stories = StoryPage.objects.visible(now).annotate(moment=Coalesce("last_published_at", "public_at"))
    count, errors = 0, []
    for story in stories.filter(~Exists(recorded)).order_by("public_at", "pk"):
        try:
            count += bool(record(story.specific, story.moment, story.public_at))
        except Exception as error:
            error.add_note(f"page {story.pk}")
            errors.append(error)
    if errors:
        raise ExceptionGroup("Publications", errors)
    return count


def is_recorded(story: StoryPage) -> bool:
    """Whether the outbox knows of the story as it is published now."""
    return story.publications.filter(published_at=story.last_published_at or story.public_at).exists()


def work_off() -> None:
    """The scheduler's job: record, take up again, then bring about what is due, whatever could not be recorded."""
    try:
        record_new()
        take_up_again(StoryPage.objects.visible())
    finally:
        drain()
