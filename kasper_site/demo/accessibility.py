"""What the accessibility statement tells of: the known issues and the last audit of the site."""

from pathlib import Path

import yaml

from kasper_site.accessibility import audit_report
from kasper_site.accessibility.models import AuditRun, KnownIssue
from kasper_site.demo import facts
from kasper_site.demo.references import ContentError, read
from kasper_site.demo.registry import Registry, Tally

ISSUES, AUDIT = "known_issues.yaml", "audit.yaml"


def load(folder: Path, registry: Registry) -> list[Tally]:
    """The issues from `known_issues.yaml`, the audit from `audit.yaml`; content without them has none."""
    issues, audits = Tally("Known issues"), Tally("Audit")
    for values in _read(folder / ISSUES) or []:
        key = values.pop("key", None)
        if not key:
            raise ContentError(ISSUES, "each entry needs a key")
        issues.add(facts.keep(registry, f"issue {key}", KnownIssue, values, f"{ISSUES} ({key})"), key)
    if values := _read(folder / AUDIT):
        audits.add(facts.keep(registry, "audit", AuditRun, values, AUDIT), "audit")
    return [issues, audits]


def write_audit(report: Path, target: Path) -> None:
    """Write `audit.yaml` from the JSON that an audit wrote; ReportError where it is none."""
    run = audit_report.read_file(report)
    names = ("ran_at", "page_count", "failure_count", "warning_count", "chromium", "axe", "findings")
    text = yaml.safe_dump({name: getattr(run, name) for name in names}, allow_unicode=True, sort_keys=False, width=120)
    target.write_text(
        f"# The last audit of the demo site, written by `manage.py make_demo_audit`.\n{text}", encoding="utf-8"
    )


def _read(file: Path):
    return read(file, file.name) if file.is_file() else None
