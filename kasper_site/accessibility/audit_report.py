"""Reads the JSON that an audit of the site writes, and keeps what the site needs of it.

The shape, of which nothing else is read:

    {"at": "2026-11-22T08:15:00.000Z", "chromium": "…", "axe": "…",
     "pages": [{"path": "/tukea/", "findings": [{"check": "axe_aa", "level": "fail" or "warn", "msg": "…"}]}],
     "site": [{"check": "robots", "level": "warn", "msg": "…"}]}
"""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from kasper_site.accessibility.models import AuditRun
from kasper_site.accessibility.models.audit import LEVELS

LONGEST_MESSAGE = 500
CLOCK_ERROR = timedelta(hours=1)


class ReportError(Exception):
    """The file is no report of an audit; the message says what is wrong with it."""


def record(file: Path) -> AuditRun:
    """Keep the audit of a file; ReportError where it is none, or is kept already."""
    run = read_file(file)
    try:
        with transaction.atomic():
            run.save()
    except IntegrityError as error:
        raise ReportError(f"the audit of {run.ran_at:%Y-%m-%d %H:%M} UTC has been recorded before.") from error
    return run


def read_file(file: Path) -> AuditRun:
    """The audit of a file, not saved yet."""
    return read(_json(file))


def read(report: object) -> AuditRun:
    """The audit, not saved yet."""
    pages = _list(report, "pages", "the report")
    if not pages:
        raise ReportError("the audit looked at no page: check the address that it was given.")
    findings = [*_findings(report, "site", ""), *_of_pages(pages)]
    levels = [finding["level"] for finding in findings]  # counted as the audit does, the same fault on each page
    return AuditRun(
        ran_at=_moment(report.get("at")),
        page_count=len(pages),
        failure_count=levels.count("fail"),
        warning_count=levels.count("warn"),
        chromium=_text(report, "chromium", "the report", is_required=False)[:40],
        axe=_text(report, "axe", "the report", is_required=False)[:40],
        findings=list(_merged(findings)),
    )


def _json(file: Path) -> object:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReportError(f"{file} cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:  # ValueError: neither UTF-8 nor JSON
        raise ReportError(f"{file} is not JSON: give the file that the audit wrote with --json.") from error


def _moment(value: object) -> datetime:
    try:
        moment = parse_datetime(value) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment is None or timezone.is_naive(moment):
        raise ReportError("“at” must tell when the audit ran, as in 2026-11-22T08:15:00Z.")
    if moment > timezone.now() + CLOCK_ERROR:
        raise ReportError(f"“at” is {value}, which is still to come: look at the clock of the machine that ran it.")
    return moment


def _of_pages(pages: list) -> Iterator[dict]:
    for number, page in enumerate(pages, 1):
        path = _text(page, "path", f"page {number}")
        yield from _findings(page, "findings", path)


def _findings(part: object, name: str, path: str) -> Iterator[dict]:
    where = path or "the report"
    for finding in _list(part, name, where):
        level = _text(finding, "level", f"a finding of {where}")
        if level not in LEVELS:
            raise ReportError(f"a finding of {where} has the level “{level}”; fail and warn are known.")
        check = _text(finding, "check", f"a finding of {where}")
        message = _text(finding, "msg", f"a finding of {where}")[:LONGEST_MESSAGE]
        yield {"check": check, "level": level, "message": message, "pages": [path] if path else []}


def _merged(findings: list[dict]) -> Iterator[dict]:
    """The same fault on many pages as one finding with all of them."""
    kinds: dict[tuple, dict] = {}
    for finding in findings:
        key = finding["check"], finding["level"], finding["message"]
        kinds.setdefault(key, {**finding, "pages": []})["pages"] += finding["pages"]
    for finding in kinds.values():
        yield {**finding, "pages": list(dict.fromkeys(finding["pages"]))}


def _list(part: object, name: str, where: str) -> list:
    value = part.get(name) if isinstance(part, dict) else None
    if not isinstance(value, list):
        raise ReportError(f"{where} has no list “{name}”: is this the file that the audit wrote with --json?")
    return value


def _text(part: object, name: str, where: str, *, is_required: bool = True) -> str:
    value = part.get(name) if isinstance(part, dict) else None
    if value is None and not is_required:
        return ""
    if not isinstance(value, str) or (is_required and not value):
        raise ReportError(f"{where} has no text “{name}”: is this the file that the audit wrote with --json?")
    return value.replace("\x00", "").encode("utf-8", "replace").decode()  # half a surrogate pair is no text
