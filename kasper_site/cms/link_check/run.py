"""The scheduler's jobs: find the links that lead outside, ask for a few of them at a time."""

import time
from collections.abc import Iterator
from datetime import datetime
from urllib.request import OpenerDirector

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from kasper_site.cms.link_check import fetch, found, verdict
from kasper_site.cms.link_check.fetch import Outcome, Problem
from kasper_site.cms.models import ExternalLink

LINKS_A_RUN = 10
# The scheduler does one thing after the other: publishing waits for us no longer than this and one slow site.
SECONDS_A_RUN = 10
JUDGED = ("state", "problem", "last_checked_at", "first_failed_at")
ANSWERS = (Problem.GONE, Problem.SERVER, Problem.CERTIFICATE)


def find() -> None:
    """Bring the list of addresses up to date."""
    found.sync()


def check_due(director: OpenerDirector | None = None, now: datetime | None = None) -> int:
    """Ask for the links whose turn it is, the longest waiting first; how many were judged.

    Where no site at all answers, it is our own connection that is away: nothing is held against anybody.
    """
    if not settings.CHECK_OUTSIDE_LINKS:
        return 0
    director, now = director or fetch.opener(), now or timezone.now()
    asked = list(_ask(director, now))
    if not _is_online(asked, director):
        asked = [(link, outcome) for link, outcome in asked if outcome.problem != Problem.UNREACHABLE]
    for link, outcome in asked:
        verdict.judge(link, outcome, now)
        # Not save(): an address that an editor took away meanwhile must not come back.
        ExternalLink.objects.filter(pk=link.pk).update(**{name: getattr(link, name) for name in JUDGED})
    return len(asked)


def _ask(director: OpenerDirector, now: datetime) -> Iterator[tuple[ExternalLink, Outcome]]:
    """A few links with what came of asking for them."""
    links = ExternalLink.objects.filter(verdict.due(now)).order_by(F("last_checked_at").asc(nulls_first=True), "pk")
    end = time.monotonic() + SECONDS_A_RUN
    for link in list(links[:LINKS_A_RUN]):
        yield link, fetch.ask(link.url, director)
        if time.monotonic() > end:
            return


def _is_online(asked: list[tuple[ExternalLink, Outcome]], director: OpenerDirector) -> bool:
    """Whether any site answers, one of those just asked or one that answered before; asked only where it matters."""
    outcomes = [outcome for _link, outcome in asked]
    if all(outcome.problem != Problem.UNREACHABLE for outcome in outcomes):
        return True
    if any(outcome == fetch.WORKS or outcome.problem in ANSWERS for outcome in outcomes):
        return True
    known = ExternalLink.objects.filter(Q(state=ExternalLink.State.WORKS) | Q(problem__in=ANSWERS))
    link = known.order_by("-last_checked_at").first()
    return link is not None and fetch.ask(link.url, director).problem != Problem.UNREACHABLE
