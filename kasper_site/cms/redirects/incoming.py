"""Many redirects at once: what would become of each row, and storing those that may be stored."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log

from kasper_site.cms.redirects import csv_file, rules
from kasper_site.cms.redirects.csv_file import Line, RedirectsError
from kasper_site.cms.redirects.rules import Refused, Target
from kasper_site.cms.redirects.site_map import SiteMap

NOWHERE = Target()


class Verdict(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True)
class Row:
    """A row of the file: as it stands there, what becomes of it, and why it is refused."""

    line: Line
    verdict: Verdict
    old: str = ""
    target: Target = NOWHERE
    reason: str = ""

    @property
    def is_to_store(self) -> bool:
        """Whether storing the file changes something by this row."""
        return self.verdict in (Verdict.NEW, Verdict.CHANGED)


@dataclass
class Result:
    """How many redirects were made, changed and found as they should be."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0


def import_file(file: Path) -> Result:
    """Make the redirects of a file. A file with an error changes nothing; a second run of the same neither."""
    rows = review(csv_file.read_file(file))
    refused = [row for row in rows if row.verdict is Verdict.REFUSED]
    if refused:
        words = _("row %(number)d: %(reason)s")
        raise RedirectsError("\n".join(words % {"number": row.line.number, "reason": row.reason} for row in refused))
    return store(rows)


def review(lines: list[Line]) -> list[Row]:
    """What would become of each row if the file was stored now."""
    site_map, seen = SiteMap(), {}
    return [_row(line, site_map, seen) for line in lines]


@transaction.atomic
def store(rows: list[Row], user=None) -> Result:
    """Store the rows that may be stored, each with its place in the history."""
    result = Result(unchanged=sum(row.verdict is Verdict.SAME for row in rows))
    redirects = SiteMap().redirects
    for row in rows:
        if row.is_to_store:
            _store(row, redirects.get(row.old), user)
    result.created = sum(row.verdict is Verdict.NEW for row in rows)
    result.updated = sum(row.verdict is Verdict.CHANGED for row in rows)
    return result


def _row(line: Line, site_map: SiteMap, seen: dict[str, int]) -> Row:
    try:
        old = rules.old_path(line.old, site_map)
        target = rules.target(line.new, site_map, old)
    except Refused as refused:
        return Row(line, Verdict.REFUSED, reason=str(refused))
    if old in seen:
        reason = _("The same old address stands on row %(number)d already.") % {"number": seen[old]}
        return Row(line, Verdict.REFUSED, reason=reason)
    seen[old] = line.number
    return Row(line, _verdict(site_map.redirects.get(old), target), old, target)


def _verdict(redirect: Redirect | None, target: Target) -> Verdict:
    if redirect is None:
        return Verdict.NEW
    is_same = all(getattr(redirect, name) == value for name, value in target.fields.items())
    return Verdict.SAME if is_same else Verdict.CHANGED


def _store(row: Row, redirect: Redirect | None, user) -> None:
    action = "wagtail.edit" if redirect else "wagtail.create"
    redirect = redirect or Redirect(old_path=row.old)
    for name, value in row.target.fields.items():
        setattr(redirect, name, value)
    redirect.redirect_page_route_path = ""
    redirect.automatically_created = False
    redirect.save()
    log(instance=redirect, action=action, user=user)
