"""The privacy page tells what the last audit found, and nobody can type it."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from kasper_site.accessibility import traces
from kasper_site.accessibility.models import AuditRun
from kasper_site.delivery import standing
from kasper_site.delivery import traces as kept
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def finding(check: str, message: str) -> dict:
    return {"check": check, "level": "fail", "message": message, "pages": ["/"]}


def make_run(day: int, *findings: dict) -> AuditRun:
    moment = datetime(2026, 11, day, 23, 30, tzinfo=UTC)  # the next day in Helsinki
    return AuditRun.objects.create(
        ran_at=moment, page_count=43, failure_count=len(findings), warning_count=0, findings=list(findings)
    )


def shown() -> str:
    home = factories.make_site()
    page = factories.make_page("home.StandardPage", home, body=[("trace_check", {"heading": ""})])
    return " ".join(Client().get(page.url).content.decode().split())


def test_a_new_audit_is_written_down_at_once(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_run(20, finding("cookies", "a"), finding("cookies", "b"), finding("third_party", "c"), finding("h1", "d"))
    assert kept.read() == kept.Traces(date(2026, 11, 21), pages=43, cookies=2, foreign=1, stored=0)
    with django_capture_on_commit_callbacks(execute=True):
        make_run(21, finding("storage", "localStorage x"))
    assert kept.read() == kept.Traces(date(2026, 11, 22), pages=43, cookies=0, foreign=0, stored=1)
    with django_capture_on_commit_callbacks(execute=True):
        AuditRun.objects.all().delete()
    assert kept.read() is None


def test_a_page_shows_the_figures():
    make_run(20, finding("cookies", "a"))
    traces.write()
    html = shown()
    assert "Ohjelma kävi 21.11.2026 läpi 43 sivua" in html
    assert "<li>evästeitä: 1</li> <li>pyyntöjä muille sivustoille: 0</li>" in html
    assert "<li>selaimeen tallennettuja tietoja: 0</li>" in html


def test_without_an_audit_a_page_says_so():
    assert "Tarkistusta ei ole vielä tehty." in shown()


@pytest.mark.parametrize("content", [[], {"pages": 1}, {**dict.fromkeys(kept.Traces.__annotations__, 1)}, "x"])
def test_a_file_with_something_else_in_it_is_none(content):
    standing.write(kept.NAME, content)
    assert kept.read() is None
