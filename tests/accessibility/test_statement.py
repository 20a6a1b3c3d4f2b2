"""The accessibility statement: its dates, its list, its status, its form."""

from datetime import UTC, date, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone, translation

from kasper_site.accessibility.models import AuditRun, KnownIssue
from kasper_site.cms import publish_checks
from kasper_site.delivery import published
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]

LONG_AGO = datetime(2026, 3, 1, 12, tzinfo=UTC)
CONTRAST = {"check": "axe_aa", "level": "fail", "message": "color-contrast: x", "pages": ["/", "/a/"]}


@pytest.fixture
def statement_page():
    home = factories.make_site()
    return factories.make_page("home.AccessibilityPage", home, last_published_at=LONG_AGO)


def text_of(page) -> str:
    soup = BeautifulSoup(Client().get(page.url).content, "html.parser")
    return " ".join(soup.main.get_text(" ").replace("\xa0", " ").split())


def audited(*findings: dict, ran_at: datetime = LONG_AGO) -> AuditRun:
    return AuditRun.objects.create(
        ran_at=ran_at, page_count=27, failure_count=0, warning_count=0, findings=list(findings)
    )


def known(changed_at: datetime | None = None, **fields) -> KnownIssue:
    issue = KnownIssue.objects.create(**{"text_fi": "Vanhat tiedostot.", "found_on": date(2026, 1, 1), **fields})
    if changed_at:
        KnownIssue.objects.filter(pk=issue.pk).update(changed_at=changed_at)
    return issue


# --- What it tells ----------------------------------------------------------------------------------------------------
def test_before_the_first_audit_it_reads_well(statement_page):
    text = text_of(statement_page)
    assert "Sivusto täyttää vaatimukset osittain" in text
    assert "Viimeisin tarkistus" not in text
    assert "Mikä ei ole vielä saavutettavaa" not in text
    assert "None" not in text


def test_open_issues_and_what_the_audit_found_are_listed(statement_page):
    known(criterion="1.3.1", plan_fi="Korjaamme ne.")
    known(text_fi="Korjattu jo.", fixed_on=date(2026, 2, 1))
    audited(CONTRAST)
    text = text_of(statement_page)
    assert "Vanhat tiedostot. 1.3.1 Korjaamme ne." in text
    assert "Teksti erottuu liian huonosti taustastaan. 2 sivulla. WCAG 1.4.3" in text
    assert "Korjattu jo." not in text
    assert "Se ei löytänyt puutteita" not in text


def test_the_last_audit_dates_the_assessment(statement_page):
    audited(ran_at=LONG_AGO - timedelta(days=30))
    audited(ran_at=datetime(2026, 3, 4, 22, 30, tzinfo=UTC))
    assert "Viimeisin tarkistus tehtiin 5.3.2026. Ohjelma kävi läpi 27 sivua. Se ei löytänyt puutteita." in text_of(
        statement_page
    )


def test_the_newest_change_dates_the_statement(statement_page):
    assert "viimeksi 1.3.2026" in text_of(statement_page)
    known(changed_at=LONG_AGO + timedelta(days=2), fixed_on=date(2026, 3, 3))
    assert "viimeksi 3.3.2026" in text_of(statement_page)
    audited(ran_at=LONG_AGO + timedelta(days=4))
    assert "viimeksi 5.3.2026" in text_of(statement_page)


def test_a_page_that_was_never_published_can_be_previewed(statement_page):
    statement_page.last_published_at = None
    assert statement_page.make_preview_request().status_code == 200


def test_an_issue_without_words_in_swedish_shows_in_finnish(statement_page):
    issue = known(text_sv="Gamla filer.", plan_fi="Korjaamme ne.")
    with translation.override("sv"):
        assert (issue.text, issue.plan) == ("Gamla filer.", "Korjaamme ne.")


def test_a_changed_issue_is_told_to_those_who_keep_copies(monkeypatch, django_capture_on_commit_callbacks):
    told = []
    monkeypatch.setattr(published, "_subscribers", [told.append])
    with django_capture_on_commit_callbacks(execute=True):
        issue = known()
    assert told == [issue]


# --- No contradiction -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("finds", ["issue", "audit"])
def test_it_never_says_fully_above_a_list(statement_page, finds):
    statement_page.status = "full"
    statement_page.save()
    assert "Sivusto täyttää vaatimukset kokonaan" in text_of(statement_page)
    known() if finds == "issue" else audited(CONTRAST)
    assert "Sivusto täyttää vaatimukset osittain" in text_of(statement_page)


def blocking(page) -> list[str]:
    return [finding.message for finding in publish_checks.findings(page) if finding.is_blocking]


def test_fully_is_not_published_while_issues_are_open(statement_page):
    statement_page.status = "full"
    assert blocking(statement_page) == []
    issue = known()
    assert blocking(statement_page) == [
        "Tunnettuja puutteita on vielä avoinna. Valitse ”osittain” tai merkitse puutteet ensin korjatuiksi."
    ]
    issue.fixed_on = timezone.localdate()
    issue.save()
    audited({"check": "total_kb", "level": "fail", "message": "", "pages": []})
    assert blocking(statement_page) == []
    audited(CONTRAST, ran_at=timezone.now())
    assert blocking(statement_page) == [
        "Viimeisin tarkistus löysi puutteita. Valitse ”osittain”, kunnes tarkistus ei enää löydä niitä."
    ]
    statement_page.status = "partial"
    assert blocking(statement_page) == []


# --- The form in it ---------------------------------------------------------------------------------------------------
def test_its_form_is_fresh_for_each_visitor_and_goes_to_the_forms_own_address(statement_page):
    response = Client().get(statement_page.url, {"sivu": "/tukea/"}, headers={"Referer": "http://localhost/toiminta/"})
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.main.form["action"] == "/palaute/saavutettavuus/"
    assert soup.find("input", {"name": "page"})["value"] == "/tukea/"
    assert response["Cache-Control"] == "private, no-cache"
    assert not response.cookies
    soup = BeautifulSoup(
        Client().get(statement_page.url, headers={"Referer": "http://localhost/a/"}).content, "html.parser"
    )
    assert not soup.find("input", {"name": "page"}).get("value")


# --- Issues -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"found_on": timezone.localdate() + timedelta(days=2)}, "found_on"),
        ({"fixed_on": timezone.localdate() + timedelta(days=2)}, "fixed_on"),
        ({"found_on": date(2026, 2, 2), "fixed_on": date(2026, 2, 1)}, "fixed_on"),
    ],
)
def test_days_that_cannot_be_true(days, field):
    with pytest.raises(ValidationError) as caught:
        KnownIssue(text_fi="x", **days).full_clean()
    assert list(caught.value.message_dict) == [field]
