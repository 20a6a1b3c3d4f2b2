"""Audits, known issues, feedback."""

from kasper_site.accessibility.models.audit import AuditRun
from kasper_site.accessibility.models.feedback import AccessibilityFeedback
from kasper_site.accessibility.models.issue import KnownIssue

__all__ = ["AccessibilityFeedback", "AuditRun", "KnownIssue"]
