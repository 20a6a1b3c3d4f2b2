"""What an audit of the site found."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

LEVELS = ("fail", "warn")


def validate_findings(value: object) -> None:
    """A list of findings: check (its id), level (fail or warn), message, pages (their paths; none: the whole site)."""
    for finding in value if isinstance(value, list) else [None]:
        if not isinstance(finding, dict) or finding.keys() != {"check", "level", "message", "pages"}:
            raise ValidationError("Each finding has a check, a level, a message and pages.")
        if finding["level"] not in LEVELS or not isinstance(finding["pages"], list):
            raise ValidationError("A finding's level is fail or warn, its pages are a list.")


class AuditRun(models.Model):
    """One audit: when, how much, with what, and its findings. The last one dates the statement."""

    ran_at = models.DateTimeField(unique=True)
    page_count = models.PositiveIntegerField()
    failure_count = models.PositiveIntegerField()
    warning_count = models.PositiveIntegerField()
    chromium = models.CharField(max_length=40, blank=True)
    axe = models.CharField(max_length=40, blank=True)
    findings = models.JSONField(default=list, blank=True, validators=[validate_findings])

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-ran_at"]
        get_latest_by = "ran_at"
        default_permissions = ()

    def __str__(self):
        return f"{self.ran_on} ({self.page_count})"

    @property
    def ran_on(self) -> date:
        """The day of the audit."""
        return timezone.localdate(self.ran_at)
