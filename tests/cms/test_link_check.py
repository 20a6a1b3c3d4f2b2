"""The link checker: what becomes of a link, when it is asked for, which links are known."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from kasper_site.cms import publish_checks
from kasper_site.cms.link_check import fetch, found, inside, places, run, verdict
from kasper_site.cms.link_check.fetch import UNCLEAR, WORKS, Outcome, Problem
from kasper_site.cms.models import ExternalLink, SiteDocument
from kasper_site.cms.publish_checks.parts import LinkKind
from tests import factories

NOW = timezone.make_aware(datetime(2026, 11, 21, 12))
WEEK, DAY = timedelta(days=7), timedelta(days=1)
State = ExternalLink.State


# --- What becomes of a link -------------------------------------------------------------------------------------------
def judged(*outcomes: tuple[timedelta, Outcome]) -> ExternalLink:
    link = ExternalLink(url="https://www.example.org/")
    for after, outcome in outcomes:
        verdict.judge(link, outcome, NOW + after)
    return link


GONE = Outcome(Problem.GONE)


def test_a_link_is_broken_only_after_two_failures_a_week_apart():
    assert judged((0 * DAY, GONE)).state == State.FAILING
    assert judged((0 * DAY, GONE), (6 * DAY, GONE)).state == State.FAILING
    assert judged((0 * DAY, GONE), (WEEK, GONE)).state == State.BROKEN
    assert judged((0 * DAY, GONE), (WEEK, GONE)).first_failed_at == NOW


def test_an_answer_in_between_starts_the_count_anew():
    assert judged((0 * DAY, GONE), (WEEK, WORKS), (2 * WEEK, GONE)).state == State.FAILING
    assert judged((0 * DAY, GONE), (WEEK, UNCLEAR)).state == State.UNCLEAR
    assert judged((0 * DAY, GONE), (WEEK, GONE), (8 * DAY, WORKS)).state == State.WORKS


@pytest.mark.django_db
class TestRun:
    @pytest.fixture(autouse=True)
    def on(self, settings):
        settings.CHECK_OUTSIDE_LINKS = True

    @pytest.fixture
    def asked(self, monkeypatch):
        urls = []
        monkeypatch.setattr(fetch, "ask", lambda url, director: urls.append(url) or GONE)
        return urls

    def test_each_link_is_asked_once_a_week_and_a_broken_one_daily(self, asked):
        ExternalLink.objects.create(url="https://a.example/")
        days = [day for day in range(17) if run.check_due(now=NOW + day * DAY)]
        assert days == [0, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]
        link = ExternalLink.objects.get()
        assert (link.state, link.problem, link.first_failed_at) == (State.BROKEN, Problem.GONE, NOW)

    def test_a_run_asks_for_a_few_the_longest_waiting_first(self, asked):
        for number in range(14):
            checked = NOW - timedelta(days=30 - number) if number else None
            ExternalLink.objects.create(url=f"https://a.example/{number}", last_checked_at=checked)
        assert run.check_due(now=NOW) == run.LINKS_A_RUN
        assert asked == [f"https://a.example/{number}" for number in range(run.LINKS_A_RUN)]

    def test_a_slow_run_leaves_the_rest_for_the_next(self, asked, monkeypatch):
        monkeypatch.setattr(run, "SECONDS_A_RUN", -1)
        for number in range(3):
            ExternalLink.objects.create(url=f"https://a.example/{number}")
        assert run.check_due(now=NOW) == 1

    def test_a_link_that_was_taken_away_meanwhile_does_not_come_back(self, monkeypatch):
        ExternalLink.objects.create(url="https://a.example/")
        monkeypatch.setattr(fetch, "ask", lambda url, director: ExternalLink.objects.all().delete() and GONE)
        run.check_due(now=NOW)
        assert not ExternalLink.objects.exists()

    def test_when_nobody_answers_it_is_our_own_connection(self, monkeypatch):
        answers = {"https://a.example/": WORKS, "https://b.example/": Outcome(Problem.UNREACHABLE)}
        monkeypatch.setattr(fetch, "ask", lambda url, director: answers[url])
        for url in answers:
            ExternalLink.objects.create(url=url)
        states = ExternalLink.objects.order_by("url").values_list("state", flat=True)
        assert run.check_due(now=NOW) == 2
        assert list(states.all()) == [State.WORKS, State.FAILING]
        answers["https://a.example/"] = Outcome(Problem.UNREACHABLE)
        assert run.check_due(now=NOW + WEEK) == 0
        assert list(states.all()) == [State.WORKS, State.FAILING]
        answers["https://a.example/"] = WORKS
        assert run.check_due(now=NOW + WEEK + DAY) == 2
        assert list(states.all()) == [State.WORKS, State.BROKEN]

    def test_one_that_answered_before_tells_that_we_are_online(self, monkeypatch):
        answers = {"https://a.example/": WORKS, "https://b.example/": Outcome(Problem.UNREACHABLE)}
        monkeypatch.setattr(fetch, "ask", lambda url, director: answers[url])
        ExternalLink.objects.create(url="https://b.example/")
        assert run.check_due(now=NOW) == 0
        ExternalLink.objects.create(url="https://a.example/", state=State.WORKS, last_checked_at=NOW)
        assert run.check_due(now=NOW) == 1

    def test_it_can_be_switched_off(self, asked, settings):
        settings.CHECK_OUTSIDE_LINKS = False
        ExternalLink.objects.create(url="https://a.example/")
        assert run.check_due(now=NOW) == 0
        assert asked == []


# --- Which links there are --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://www.example.org/a?b=c#osa", "https://www.example.org/a?b=c"),
        (" http://example.org ", "http://example.org"),
        ("https://example.org/ä ö", "https://example.org/%C3%A4%20%C3%B6"),
        ("https://example.org/%C3%A4", "https://example.org/%C3%A4"),
        ("mailto:a@example.org", ""),
        ("tel:+358443505179", ""),
        ("/tukea/", ""),
        ("#osa", ""),
        ("http://", ""),
        ("http://[x", ""),
        ("https://example.org/" + "a" * 2000, ""),
    ],
)
def test_addresses_as_they_are_asked_for(address, kept):
    assert found.outside(address) == kept


def paragraph(html: str) -> list[tuple]:
    return [("paragraph", {"text": f"<p>{html}</p>"})]


def linking(home, html: str, **fields):
    return factories.make_page("home.StandardPage", home, body=paragraph(html), **fields)


def known() -> dict[str, set[str]]:
    return {link.url: {page.title for page in link.pages.all()} for link in ExternalLink.objects.all()}


@pytest.mark.django_db
@pytest.mark.database
class TestFound:
    @pytest.fixture
    def home(self):
        return factories.make_site()

    def test_links_in_text_and_blocks_of_visible_pages(self, home):
        link_list = ("link_list", {"heading": "", "links": [{"text": "Muualla", "url": "https://b.example/"}]})
        body = [*paragraph('<a href="https://a.example/#x">A</a> <a href="mailto:a@a.example">B</a>'), link_list]
        factories.make_page("home.StandardPage", home, title="Meistä", body=body)
        linking(home, '<a href="https://c.example/">C</a>', live=False)
        found.sync()
        assert known() == {"https://a.example/": {"Meistä"}, "https://b.example/": {"Meistä"}}

    def test_an_address_in_a_field_of_its_own_is_a_link_too(self, home):
        newsroom = factories.make_page("news.NewsIndexPage", home)
        page = factories.make_page(
            "news.CoveragePage", newsroom, title="Juttu meistä", source_url="https://lehti.example/juttu#alku"
        )
        found.sync()
        assert known() == {"https://lehti.example/juttu": {"Juttu meistä"}}
        spot = places.spots(page)[LinkKind.ADDRESS, "https://lehti.example/juttu"]
        assert spot.anchor == "source_url"
        assert not [finding for finding in publish_checks.findings(page) if "link" in finding.code]

    def test_a_page_that_visitors_no_longer_see_takes_its_links_along(self, home):
        page = linking(home, '<a href="https://a.example/">A</a>', title="Sivu")
        other = linking(home, '<a href="https://a.example/">A</a>', title="Toinen")
        found.sync()
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        found.sync()
        assert known() == {"https://a.example/": {"Toinen"}}
        other.unpublish()
        found.sync()
        assert known() == {}

    def test_publishing_brings_the_links_up_to_date_at_once(self, home, django_capture_on_commit_callbacks):
        page = linking(home, '<a href="https://a.example/">A</a>', title="Sivu")
        found.sync()
        ExternalLink.objects.update(state=State.BROKEN)
        page.body = paragraph('<a href="https://b.example/">B</a>')
        draft = page.save_revision()
        assert list(known()) == ["https://a.example/"]
        with django_capture_on_commit_callbacks(execute=True):
            draft.publish()
        assert known() == {"https://b.example/": {"Sivu"}}
        with django_capture_on_commit_callbacks(execute=True):
            page.unpublish()
        assert known() == {}

    def test_a_second_look_changes_nothing(self, home):
        linking(home, '<a href="https://a.example/">A</a>')
        found.sync()
        ExternalLink.objects.update(state=State.WORKS, last_checked_at=NOW)
        found.sync()
        assert ExternalLink.objects.get().last_checked_at == NOW


@pytest.mark.django_db
@pytest.mark.database
class TestInside:
    @pytest.fixture
    def home(self):
        return factories.make_site()

    def link_to(self, page) -> str:
        return f'<a linktype="page" id="{page.pk}">Sinne</a>'

    def broken(self) -> list[tuple[str, str, str]]:
        return [(link.page.title, link.kind, link.title) for link in inside.broken()]

    def test_a_link_is_broken_from_the_unpublishing_to_the_publishing_of_its_page(self, home):
        target = factories.make_page("home.StandardPage", home, title="Kohde")
        linking(home, self.link_to(target), title="Sivu")
        assert self.broken() == []
        target.unpublish()
        assert self.broken() == [("Sivu", "page", "Kohde")]
        target.save_revision().publish()
        assert self.broken() == []

    def test_links_to_a_deleted_page_are_known_at_once(self, home, django_capture_on_commit_callbacks):
        target = factories.make_page("home.StandardPage", home, title="Kohde")
        below = factories.make_page("home.StandardPage", target, title="Alasivu")
        linking(home, self.link_to(target) + self.link_to(below), title="Sivu")
        with django_capture_on_commit_callbacks(execute=True):
            target.delete()
        assert self.broken() == [("Sivu", "page", "")] * 2

    def test_links_to_a_deleted_file_are_known_at_once(self, home, django_capture_on_commit_callbacks):
        document = factories.make_document()
        linking(home, f'<a linktype="document" id="{document.pk}">Opas</a>', title="Sivu")
        assert self.broken() == []
        with django_capture_on_commit_callbacks(execute=True):
            SiteDocument.objects.get().delete()
        assert self.broken() == [("Sivu", "document", "")]

    def test_pages_that_nobody_sees_and_pages_named_in_a_field_do_not_count(self, home):
        target = factories.make_page("home.StandardPage", home, title="Kohde", live=False)
        linking(home, self.link_to(target), live=False)
        factories.make_page("home.PlacePage", factories.place_for("home.PlacePage"), related_project=target)
        assert self.broken() == []
