"""The clock of a feedback in words."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name

from kasper_site.accessibility import clock
from kasper_site.accessibility.models import AccessibilityFeedback
from kasper_site.cms.wording import date_words


def deadline(feedback: AccessibilityFeedback) -> str:
    """By when it is to be answered: "vastattava viimeistään 5.12.2026 (14 päivää)"."""
    words = {"date": date_words(feedback.answer_by), "days": clock.ANSWER_DAYS}
    return _("To be answered by %(date)s at the latest (%(days)d days)") % words


def time_left(feedback: AccessibilityFeedback, today: date | None = None) -> str:
    """How much of the time is left, or how long it has been over."""
    days = clock.days_left(feedback.answer_by, today)
    if days < 0:
        return ngettext("%(count)d day late", "%(count)d days late", -days) % {"count": -days}
    if days == 0:
        return _("Today is the last day")
    return ngettext("%(count)d day left", "%(count)d days left", days) % {"count": days}


def answered(feedback: AccessibilityFeedback) -> str:
    """Who answered and when."""
    words = {"date": date_words(feedback.answered_at), "name": user_display_name(feedback.answered_by)}
    if not words["name"]:
        return _("Answered %(date)s") % words
    return _("Answered %(date)s by %(name)s") % words


def sender(feedback: AccessibilityFeedback) -> str:
    """The name that was given, if any."""
    return feedback.name or _("No name given")
