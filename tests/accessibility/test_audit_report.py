"""An audit's JSON: what is read of it, what is kept, what is refused."""

import json
from copy import deepcopy

import pytest
from django.core.management import CommandError, call_command

from kasper_site.accessibility import plain_words
from kasper_site.accessibility.audit_report import ReportError, read
from kasper_site.accessibility.models import AuditRun
from kasper_site.delivery import published

CONTRAST = {"check": "axe_aa", "level": "fail", "msg": "color-contrast: Elements must … [p]", "where": ["light 1280"]}
REPORT = {
    "base": "http://127.0.0.1:8000/",
    "at": "2023-11-20T22:30:00.000Z",
    "strict": False,
    "chromium": "156.0",
    "axe": "4.14.1",
    "pages": [
        {"url": "http://127.0.0.1:8000/", "path": "/", "metrics": {}, "findings": [CONTRAST]},
        {"path": "/tukea/", "findings": [CONTRAST, {"check": "vary", "level": "warn", "msg": "Vary: none"}]},
        {"path": "/toiminta/", "findings": []},
    ],
    "site": [{"check": "robots", "level": "warn", "msg": "status 404"}],
}


def report(**changes) -> dict:
    return {**deepcopy(REPORT), **changes}


def test_what_is_read():
    run = read(report())
    assert (run.page_count, run.failure_count, run.warning_count) == (3, 2, 2)
    assert (run.chromium, run.axe) == ("156.0", "4.14.1")
    assert run.findings == [
        {"check": "robots", "level": "warn", "message": "status 404", "pages": []},
        {"check": "axe_aa", "level": "fail", "message": CONTRAST["msg"], "pages": ["/", "/tukea/"]},
        {"check": "vary", "level": "warn", "message": "Vary: none", "pages": ["/tukea/"]},
    ]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ([], "no list “pages”"),
        ({}, "no list “pages”"),
        (report(pages=[]), "looked at no page"),
        (report(pages={"a": 1}), "no list “pages”"),
        (report(pages=[{"findings": []}]), "page 1 has no text “path”"),
        (report(pages=["/"]), "page 1 has no text “path”"),
        (report(pages=[{"path": "/tukea/"}]), "/tukea/ has no list “findings”"),
        (report(pages=[{"path": "/tukea/", "findings": [{}]}]), "a finding of /tukea/ has no text “level”"),
        (report(site=[{"check": "x", "level": "bad", "msg": "y"}]), "has the level “bad”"),
        (report(site=None), "no list “site”"),
        (report(at=None), "“at” must tell"),
        (report(at="yesterday"), "“at” must tell"),
        (report(at="2026-13-45T00:00:00Z"), "“at” must tell"),
        (report(at="2023-11-20T22:30:00"), "“at” must tell"),
        (report(at="2999-01-01T00:00:00Z"), "still to come"),
        (report(axe=4), "no text “axe”"),
    ],
)
def test_what_is_no_report_is_refused_with_the_reason(wrong, words):
    with pytest.raises(ReportError, match=words):
        read(wrong)


@pytest.mark.django_db
@pytest.mark.database
class TestCommand:
    def run(self, tmp_path, text: str) -> None:
        file = tmp_path / "out.json"
        file.write_text(text, encoding="utf-8")
        call_command("record_audit", file)

    def test_a_run_is_kept_with_its_finnish_day_and_told(
        self, tmp_path, capsys, monkeypatch, django_capture_on_commit_callbacks
    ):
        told = []
        monkeypatch.setattr(published, "_subscribers", [told.append])
        with django_capture_on_commit_callbacks(execute=True):
            self.run(tmp_path, json.dumps(REPORT))
        assert told == [AuditRun.objects.get()]
        assert str(AuditRun.objects.get().ran_on) == "2023-11-21"
        assert "3 pages, 2 failures, 2 warnings (2023-11-21)" in capsys.readouterr().out

    def test_the_same_run_is_not_kept_twice(self, tmp_path):
        self.run(tmp_path, json.dumps(REPORT))
        with pytest.raises(CommandError, match="has been recorded before"):
            self.run(tmp_path, json.dumps(REPORT))
        assert AuditRun.objects.count() == 1

    @pytest.mark.parametrize("text", ["", "no", "[" * 100_000, '{"pages": [{}]}'])
    def test_a_wrong_file_keeps_nothing(self, tmp_path, text):
        with pytest.raises(CommandError, match="Nothing was recorded: "):
            self.run(tmp_path, text)
        assert not AuditRun.objects.exists()

    def test_a_file_that_is_not_there(self, tmp_path):
        with pytest.raises(CommandError, match=r"missing\.json cannot be read"):
            call_command("record_audit", tmp_path / "missing.json")

    def test_odd_characters_do_not_stop_it(self, tmp_path):
        odd = {"check": "h1", "level": "fail", "msg": "\x00\ud800 ä"}
        self.run(tmp_path, json.dumps(report(site=[odd])))
        assert AuditRun.objects.get().findings[0]["message"] == "? ä"


# --- In plain words ---------------------------------------------------------------------------------------------------
def found(*findings: tuple) -> list:
    keys = ("check", "level", "message", "pages")
    return plain_words.of_run(AuditRun(findings=[dict(zip(keys, finding, strict=True)) for finding in findings]))


def test_a_failure_is_told_in_plain_finnish_once():
    (fault,) = found(
        ("axe_aa", "fail", "color-contrast: one", ["/", "/a/"]), ("axe_aa", "fail", "color-contrast: two", ["/a/"])
    )
    assert fault.words == "Teksti erottuu liian huonosti taustastaan."
    assert (fault.criterion, fault.where) == ("1.4.3", "2 sivulla.")


def test_only_what_the_law_asks_for_is_told():
    assert (
        found(("total_kb", "fail", "120 kB", ["/"]), ("axe_aaa", "fail", "x: y", ["/"]), ("h1", "warn", "", [])) == []
    )


def test_a_check_that_nobody_has_worded_is_told_all_the_same():
    assert [fault.words for fault in found(("uusi", "fail", "?", []), ("axe_aa", "fail", "new-rule: ?", ["/"]))] == [
        "Tarkistus ”uusi” löysi puutteen.",
        "Jokin sivun osa ei toimi apuvälineillä niin kuin pitäisi.",
    ]
