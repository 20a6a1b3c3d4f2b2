"""Scheduled publishing and unpublishing, as Wagtail's `publish_scheduled` does it, but each page on its own.

Wagtail's command stops at the first page that fails and leaves the schedule's past dates in the editor, where they then
block saving (Wagtail issue 13896). Here the others go on, and a date that has done its work is cleared.
"""

from collections.abc import Callable, Iterable, Iterator

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision


def publish_due() -> int:
    """Unpublish what has expired, publish what has come of age; how many. An ExceptionGroup tells what failed."""
    done, errors = 0, []
    for act, item in _due():
        try:
            with transaction.atomic():
                act(item)
            done += 1
        except Exception as error:
            error.add_note(f"{item._meta.label} {item.pk}")
            errors.append(error)
    if errors:
        raise ExceptionGroup("Scheduled publishing", errors)
    return done


def _due() -> Iterator[tuple[Callable, models.Model]]:
    """What to do and with which item, the expired ones first; each list is read only when its turn comes."""
    now = timezone.now()
    for model in _models_with_drafts():
        for item in list(model.objects.filter(live=True, expire_at__lt=now).order_by("expire_at")):
            yield _expire, item
    for revision in list(Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")):
        yield _go_live, revision


def _models_with_drafts() -> Iterable[type[models.Model]]:
    """Page for every page type, and each snippet that has drafts."""
    snippets = (model for model in apps.get_models() if issubclass(model, DraftStateMixin))
    return [Page, *(model for model in snippets if not issubclass(model, Page))]


def _expire(item) -> None:
    item.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    _clear(item, "expire_at")


def _go_live(revision: Revision) -> None:
    revision.publish(log_action="wagtail.publish.scheduled")
    _clear(revision.content_object, "go_live_at")


def _clear(item, field: str) -> None:
    """Take a date that has passed off the item and off the draft that the editor opens next."""
    now = timezone.now()
    type(item)._base_manager.filter(pk=item.pk, **{f"{field}__lte": now}).update(**{field: None})
    draft = item.get_latest_revision()
    if draft and (moment := getattr(draft.as_object(), field)) and moment <= now:
        Revision.objects.filter(pk=draft.pk).update(content={**draft.content, field: None})
