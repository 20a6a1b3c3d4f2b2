"""What an answer makes of a link, and when it is asked for again. Pure functions over `ExternalLink`'s fields."""

from datetime import datetime, timedelta

from django.db.models import Q

from kasper_site.cms.link_check.fetch import Outcome
from kasper_site.cms.models import ExternalLink

WEEK = timedelta(days=7)
DAY = timedelta(days=1)

State = ExternalLink.State


def due(now: datetime) -> Q:
    """Links to ask for: those never asked, then each once a week, a broken one daily (its site may come back)."""
    is_week_old = Q(last_checked_at__lte=now - WEEK)
    return Q(last_checked_at__isnull=True) | is_week_old | Q(state=State.BROKEN, last_checked_at__lte=now - DAY)


def judge(link: ExternalLink, outcome: Outcome, now: datetime) -> None:
    """Write the outcome into the link: broken once it fails a week after its first failure, and never before."""
    link.last_checked_at, link.problem = now, outcome.problem
    if not outcome.problem:
        link.first_failed_at = None
        link.state = State.UNCLEAR if outcome.is_unclear else State.WORKS
        return
    link.first_failed_at = link.first_failed_at or now
    link.state = State.BROKEN if now - link.first_failed_at >= WEEK else State.FAILING
