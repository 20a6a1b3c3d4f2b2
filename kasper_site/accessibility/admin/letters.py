"""Letters to those who answer feedback: when a message has come, and when three of its days are left.

A letter tells the day and the way to the admin, nothing of the message: mail lies about in many places. It is sent by
the scheduler, so that a mail server that is away neither keeps a visitor waiting nor loses anything.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kasper_site.accessibility import clock
from kasper_site.accessibility.admin import wording
from kasper_site.accessibility.admin.waiting import PERMISSION, anchor
from kasper_site.accessibility.models import AccessibilityFeedback
from kasper_site.cms.urls_of import absolute
from kasper_site.cms.wording import date_words


def send_due(now: datetime | None = None) -> int:
    """Send the letters that have not been sent; how many messages they tell of. A job of the scheduler."""
    now = now or timezone.now()
    waiting = AccessibilityFeedback.objects.open()
    due = [("told_at", feedback) for feedback in waiting.filter(told_at=None)]
    due += [("reminded_at", feedback) for feedback in _nearly_late(waiting, now)]
    recipients = _recipients() if due else []
    if not recipients:
        return 0
    errors: list[Exception] = []
    sent = sum(_tell(feedback, mark, recipients, now, errors) for mark, feedback in due)
    if errors:
        raise ExceptionGroup("Accessibility feedback", errors)
    return sent


def _nearly_late(waiting: QuerySet, now: datetime) -> Iterable[AccessibilityFeedback]:
    """Those with no more than three days left; who is told for the first time is not reminded at once."""
    early = now - timedelta(days=clock.ANSWER_DAYS - clock.REMIND_DAYS - 1)
    rows = waiting.filter(told_at__isnull=False, reminded_at=None, received_at__lt=early)
    today = timezone.localdate(now)
    return [row for row in rows if clock.days_left(row.answer_by, today) <= clock.REMIND_DAYS]


def _recipients() -> list[str]:
    """The addresses of those whose group answers feedback; where there are none, the administrators'."""
    users = get_user_model().objects
    with_permission = users.with_perm(PERMISSION, include_superusers=False).exclude(email="")
    found = with_permission.distinct() or users.filter(is_superuser=True, is_active=True).exclude(email="")
    return sorted({user.email for user in found})


def _tell(
    feedback: AccessibilityFeedback, mark: str, recipients: list[str], now: datetime, errors: list[Exception]
) -> bool:
    """Mark first, then send: of two schedulers one sends. Whom no letter at all could reach is tried again."""
    row = AccessibilityFeedback.objects.filter(pk=feedback.pk)
    if not row.filter(**{mark: None}).update(**{mark: now}):
        return False
    failed = 0
    with translation.override(settings.LANGUAGE_CODE):
        words = subject(feedback, mark), letter(feedback, now)
        for recipient in recipients:
            try:
                send_mail(*words, None, [recipient])
            except Exception as error:
                failed += 1
                errors.append(error)
    if failed == len(recipients):
        row.update(**{mark: None})
    return failed < len(recipients)


def subject(feedback: AccessibilityFeedback, mark: str) -> str:
    """What it is about, in a line."""
    words = {"site": settings.WAGTAIL_SITE_NAME, "date": date_words(feedback.answer_by)}
    if mark == "reminded_at":
        return _("%(site)s: accessibility feedback waits, the last day is %(date)s") % words
    return _("%(site)s: accessibility feedback, answer by %(date)s") % words


def letter(feedback: AccessibilityFeedback, now: datetime) -> str:
    """The letter as plain text."""
    return render_to_string(
        "wagtailadmin/accessibility/letter.txt",
        {
            "came_on": date_words(feedback.received_at),
            "deadline": wording.deadline(feedback),
            "time_left": wording.time_left(feedback, timezone.localdate(now)),
            "url": f"{absolute(reverse('accessibility_inbox:list'))}#{anchor(feedback)}",
        },
    )
