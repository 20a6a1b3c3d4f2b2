"""What the accessibility statement tells: from the last audit and the editors' known issues, in two queries."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from kasper_site.accessibility import plain_words
from kasper_site.accessibility.models import AuditRun, KnownIssue
from kasper_site.accessibility.plain_words import Found


@dataclass(frozen=True)
class Statement:
    """The last audit (None before the first), what it found, the open issues, when an issue changed last."""

    run: AuditRun | None = None
    found: list[Found] = field(default_factory=list)
    issues: list[KnownIssue] = field(default_factory=list)
    issues_changed_on: date | None = None

    @property
    def is_faultless(self) -> bool:
        """Whether nothing is known that is not accessible."""
        return not self.found and not self.issues

    def updated_on(self, published_at: datetime | None) -> date:
        """The day of the newest change of anything that the statement tells; today for a page not published yet."""
        days = [self.run.ran_on if self.run else None, self.issues_changed_on]
        days.append(timezone.localdate(published_at) if published_at else None)
        return max((day for day in days if day), default=timezone.localdate())


def read() -> Statement:
    """The statement as it stands now."""
    run = AuditRun.objects.first()
    issues = list(KnownIssue.objects.all())
    return Statement(
        run=run,
        found=plain_words.of_run(run) if run else [],
        issues=[issue for issue in issues if issue.is_open],
        issues_changed_on=max((timezone.localdate(issue.changed_at) for issue in issues), default=None),
    )
