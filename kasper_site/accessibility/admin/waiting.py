"""Feedback that waits for its answer, on the desk."""

from collections.abc import Iterator

from django.contrib.auth import get_permission_codename
from django.urls import reverse
from django.utils.translation import gettext as _

from kasper_site.accessibility.admin import wording
from kasper_site.accessibility.models import AccessibilityFeedback
from kasper_site.cms.desk.boxes import Item

PERMISSION = f"accessibility.{get_permission_codename('change', AccessibilityFeedback._meta)}"


def may_answer(user) -> bool:
    """Whether the user reads and answers feedback."""
    return user.has_perm(PERMISSION)


def items(user) -> Iterator[Item]:
    """Each message in a line, the oldest first."""
    if not may_answer(user):
        return
    for feedback in AccessibilityFeedback.objects.open().defer("message"):
        url = f"{reverse('accessibility_inbox:list')}#{anchor(feedback)}"
        detail = f"{wording.deadline(feedback)}\n{wording.time_left(feedback)}"
        yield Item(title=str(feedback), action_url=url, detail=detail, url=url, action=_("Read and answer"))


def anchor(feedback: AccessibilityFeedback) -> str:
    """Where a message stands in the list."""
    return f"palaute-{feedback.pk}"
