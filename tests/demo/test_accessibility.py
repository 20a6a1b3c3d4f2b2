"""The demo content's known issues and last audit."""

import json

import pytest
from django.test import Client

from kasper_site.accessibility.audit_report import ReportError
from kasper_site.accessibility.models import AuditRun, KnownIssue
from kasper_site.demo.accessibility import write_audit
from kasper_site.demo.references import ContentError

REPORT = {
    "at": "2023-11-22T00:42:30.926Z",
    "pages": [{"path": "/", "findings": [{"check": "h1", "level": "fail", "msg": "2: ”Yksi”"}]}],
    "site": [],
}
ISSUES = "[{key: vanhat, text_fi: Vanhat tiedostot., found_on: 2023-11-21}]"

pytestmark = pytest.mark.django_db


def audit(folder, **changes) -> None:
    source = folder.path / "out.json"
    source.write_text(json.dumps({**REPORT, **changes}), encoding="utf-8")
    write_audit(source, folder.path / "content" / "audit.yaml")


def test_an_audit_comes_through_its_file_as_it_was(folder):
    audit(folder)
    folder.load()
    run = AuditRun.objects.get()
    assert run.ran_at.isoformat() == "2023-11-22T00:42:30.926000+00:00"
    assert run.findings == [{"check": "h1", "level": "fail", "message": "2: ”Yksi”", "pages": ["/"]}]
    assert "Audit: 1 unchanged" in folder.load()


def test_a_later_audit_takes_the_place_of_the_former(folder):
    audit(folder)
    folder.load()
    audit(folder, at="2023-11-23T08:00:00Z", site=[])
    assert "Audit: 1 updated" in folder.load()
    assert AuditRun.objects.get().ran_at.day == 23


def test_an_issue_that_an_editor_has_fixed_stays_fixed(folder):
    folder.write("content/known_issues.yaml", ISSUES)
    folder.load()
    issue = KnownIssue.objects.get()
    issue.fixed_on = issue.found_on
    issue.save()
    folder.replace("content/known_issues.yaml", "Vanhat", "Kaikki vanhat")
    folder.load()
    issue.refresh_from_db()
    assert (issue.text_fi, issue.is_open) == ("Vanhat tiedostot.", False)


@pytest.mark.parametrize("text", ["page_count: some", "{ran_at: 2023-11-22 00:00:00+00:00, findings: [{check: h1}]}"])
def test_a_wrong_file_is_named(folder, text):
    folder.write("content/audit.yaml", text)
    with pytest.raises(ContentError, match=r"audit\.yaml"):
        folder.load()


def test_what_is_no_audit_writes_nothing(folder):
    with pytest.raises(ReportError):
        audit(folder, pages=[])
    assert not (folder.path / "content" / "audit.yaml").exists()


def test_without_either_the_site_still_loads(folder):
    folder.load()
    assert Client().get("/").status_code == 200
    assert not AuditRun.objects.exists()
