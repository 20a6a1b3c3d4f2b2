"""How feedback comes in, is answered and goes."""

from django.db import transaction
from django.utils import timezone

from kasper_site.accessibility.models import AccessibilityFeedback

MOST_AN_HOUR = 30  # of all senders together: who they are is not kept


class CrowdedError(Exception):
    """More came within the hour than people write."""


@transaction.atomic
def take(values: dict) -> AccessibilityFeedback:
    """Keep a message; the same one sent twice within the hour is kept once. CrowdedError where too many came."""
    recent = AccessibilityFeedback.objects.within_the_hour()
    if same := recent.filter(**values).first():
        return same
    if recent.count() >= MOST_AN_HOUR:
        raise CrowdedError
    return AccessibilityFeedback.objects.create(**values)


def mark_answered(pk: int, user) -> bool:
    """Stop the clock; False where somebody has done it already, or it is gone."""
    rows = AccessibilityFeedback.objects.open().filter(pk=pk)
    return bool(rows.update(answered_at=timezone.now(), answered_by=user))


def reopen(pk: int) -> bool:
    """Take a mark back that was a slip."""
    rows = AccessibilityFeedback.objects.answered().filter(pk=pk)
    return bool(rows.update(answered_at=None, answered_by=None))


def delete_old() -> int:
    """Delete what was answered more than a year ago; how many. A job of the scheduler."""
    return AccessibilityFeedback.objects.out_of_time().delete()[0]
