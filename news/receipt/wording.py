"""The receipt's words for times and counts."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kasper_site.cms.wording import date_words

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def moment(at: datetime) -> str:
    """A day with its clock time: "2.8.2023 klo 9.30"."""
    local = timezone.localtime(at)
    # Translators: %(day)s is a date, %(time)s a clock time: "2.8.2023 klo 9.30"
    return _("%(day)s at %(time)s") % {"day": date_words(local), "time": f"{local.hour}.{local.minute:02}"}


def progress(done: int, total: int, failed: int = 0, dropped: int = 0) -> str:
    """How many are ready: "4/6 ready, 1 failed"."""
    parts = [_("%(done)d/%(total)d ready") % {"done": done, "total": total}]
    if failed:
        parts.append(ngettext("%(count)d failed", "%(count)d failed", failed) % {"count": failed})
    if dropped:
        parts.append(ngettext("%(count)d left undone", "%(count)d left undone", dropped) % {"count": dropped})
    return ", ".join(parts)


def tries(count: int) -> str:
    """How often it has been tried."""
    return ngettext("Tried %(count)d time", "Tried %(count)d times", count) % {"count": count}


def next_try(at: datetime, now: datetime | None = None) -> str:
    """When it is tried again, roughly."""
    left = at - (now or timezone.now())
    if left < MINUTE:
        return _("The next try within a minute")
    if left < HOUR:
        count = round(left / MINUTE)
        return ngettext("The next try in %(count)d minute", "The next try in %(count)d minutes", count) % {
            "count": count
        }
    count = round(left / HOUR)
    return ngettext("The next try in %(count)d hour", "The next try in %(count)d hours", count) % {"count": count}
