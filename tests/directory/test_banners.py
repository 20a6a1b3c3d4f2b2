"""Notices of exceptional situations: on the pages that they concern, from the next request on."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page

from kasper_site.delivery import banners
from kasper_site.directory.banners import standing, switch
from kasper_site.directory.models import Banner
from kasper_site.operations import scheduler
from tests import factories

NOON = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


@pytest.fixture
def home():
    return factories.make_site()


@pytest.fixture
def sections(home):
    """A section with a page in it, and one beside it."""
    support = factories.make_page("home.StandardPage", home, title="Tukea", slug="tukea")
    below = factories.make_page("home.StandardPage", support, title="Alla", slug="alla")
    other = factories.make_page("home.StandardPage", home, title="Muu", slug="muu")
    return support, below, other


@pytest.fixture
def committing(django_capture_on_commit_callbacks):
    """Do something as if its transaction committed."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def banner(**fields) -> Banner:
    """One that is on for an hour, everywhere."""
    now = timezone.now()
    values = {"name": "Vika", "heading_fi": "Puhelin ei toimi", "text_fi": "Korjaamme sitä.", "is_on": True}
    values |= {"shows_from": now, "shows_until": now + timedelta(hours=1)}
    return Banner(**{**values, **fields})


def on_pages(*pages: Page, words: str = "Puhelin ei toimi") -> list[bool]:
    return [words in Client().get(page.url).content.decode() for page in pages]


# --- On every page, on the next request -------------------------------------------------------------------------------
def test_a_saved_notice_shows_on_the_next_request_and_a_deleted_one_no_more(home, sections, committing):
    assert on_pages(home, *sections) == [False] * 4
    with committing():
        saved = banner()
        saved.save()
    assert on_pages(home, *sections) == [True] * 4
    with committing():
        saved.delete()
    assert on_pages(home, *sections) == [False] * 4


def test_it_goes_by_itself_to_the_second_and_comes_so(home, committing):
    with time_machine.travel(NOON, tick=False) as clock:
        with committing():
            banner(shows_from=NOON + timedelta(minutes=5), shows_until=NOON + timedelta(minutes=10)).save()
        seen = []
        for seconds in (299, 300, 599, 600):
            clock.move_to(NOON + timedelta(seconds=seconds))
            seen += on_pages(home)
    assert seen == [False, True, True, False]


def test_it_costs_no_query(home, committing):
    with CaptureQueriesContext(connection) as before:
        Client().get(home.url)
    with committing():
        banner(phone="112").save()
    with CaptureQueriesContext(connection) as after:
        assert 'href="tel:112"' in Client().get(home.url).content.decode()
    assert len(after) <= len(before)


def test_words_are_words_and_no_markup(home, committing):
    with committing():
        banner(heading_fi='<img src=x onerror="alert(1)">', text_fi="</aside><script>alert(2)</script>").save()
    html = Client().get(home.url).content.decode()
    assert "<img src=x" not in html
    assert "<script>alert(2)" not in html
    assert "&lt;script&gt;alert(2)" in html


def test_a_language_without_words_gets_the_finnish_ones_marked(home, committing):
    factories.make_page("home.HomePage", Page.objects.get(depth=1), title="Kasper", locale=locale("sv"), slug="sv")
    with committing():
        banner(heading_sv="Telefonen fungerar inte", text_sv="Vi reparerar den.").save()
    swedish = Client().get("/sv/").content.decode()
    assert "Telefonen fungerar inte" in swedish
    english = Client().get("/en/haku/").content.decode()
    assert '<div lang="fi">' in english
    assert "Puhelin ei toimi" in english


def locale(code: str) -> Locale:
    return Locale.objects.get(language_code=code)


# --- In a section -----------------------------------------------------------------------------------------------------
def test_a_section_is_its_page_what_is_below_and_their_translations(home, sections, committing):
    support, below, other = sections
    swedish = support.copy_for_translation(locale("sv"), copy_parents=True)
    swedish.save_revision().publish()
    with committing():
        banner(is_everywhere=False, section=support).save()
    assert on_pages(home, support, below, other) == [False, True, True, False]
    assert banners.shown(banners.read(), swedish.path, timezone.now().timestamp())


def test_it_follows_a_section_that_moves_and_one_whose_address_changes(home, sections, committing):
    support, below, other = sections
    with committing():
        banner(is_everywhere=False, section=support).save()
    with committing():
        Page.objects.get(pk=support.pk).specific.move(Page.objects.get(pk=other.pk), pos="last-child")
    moved = Page.objects.get(pk=support.pk).specific
    with committing():
        moved.slug = "apua"
        moved.save_revision().publish()
    found = [Page.objects.get(pk=page.pk) for page in (home, moved, below, other)]
    assert found[1].url == "/muu/apua/"
    assert on_pages(*found) == [False, True, True, False]


def test_a_page_that_is_moved_into_the_section_gets_it(home, sections, committing):
    support, _below, other = sections
    with committing():
        banner(is_everywhere=False, section=support).save()
    with committing():
        Page.objects.get(pk=other.pk).specific.move(Page.objects.get(pk=support.pk), pos="last-child")
    assert on_pages(Page.objects.get(pk=other.pk)) == [True]


@pytest.mark.parametrize("is_live", [True, False])
def test_a_deleted_section_leaves_a_notice_that_shows_nowhere(home, sections, committing, is_live):
    support, _below, other = sections
    with committing():
        banner(is_everywhere=False, section=support).save()
    Page.objects.filter(pk=support.pk).update(live=is_live)
    place = support.path
    with committing():
        Page.objects.get(pk=support.pk).specific.delete()
    kept = Banner.objects.get()
    assert (kept.section, kept.is_everywhere) == (None, False)
    assert banners.shown(banners.read(), place, timezone.now().timestamp()) == []
    assert on_pages(home, Page.objects.get(pk=other.pk)) == [False, False]


def test_a_link_follows_its_page_and_goes_with_it(home, sections, committing):
    support, *_rest = sections
    with committing():
        banner(link_page=support).save()
    assert 'class="banner-link" href="/tukea/">Tukea<' in Client().get(home.url).content.decode()
    support.slug = "apua"
    with committing():
        support.save_revision().publish()
    assert 'class="banner-link" href="/apua/"' in Client().get(home.url).content.decode()
    with committing():
        support.unpublish()
    assert "banner-link" not in Client().get(home.url).content.decode()


def test_the_clock_brings_the_file_back(home, var):
    banner().save()
    assert on_pages(home) == [False]
    scheduler._jobs[f"{standing.__name__}.write"].run()
    assert on_pages(home) == [True]


# --- What may be saved ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"shows_until": None}, "shows_until"),
        ({"shows_until": NOON - timedelta(hours=1), "shows_from": None}, "shows_until"),
        ({"shows_until": NOON + timedelta(hours=1), "shows_from": NOON + timedelta(hours=2)}, "shows_until"),
        ({"shows_until": NOON + timedelta(days=16)}, "shows_until"),
        ({"is_everywhere": False}, "section"),
        ({"heading_sv": "Fel"}, "text_sv"),
        ({"text_en": "A fault."}, "heading_en"),
        ({"heading_sv": "Fel", "text_sv": " "}, "text_sv"),
        ({"phone": "soita"}, "phone"),
        ({"heading_fi": ""}, "heading_fi"),
    ],
)
@time_machine.travel(NOON, tick=False)
def test_what_is_wrong_is_told_at_its_field(changes, field):
    with pytest.raises(ValidationError) as error:
        banner(**changes).full_clean()
    assert list(error.value.message_dict) == [field]


@pytest.mark.parametrize(
    "changes",
    [
        {"is_on": False, "shows_from": None, "shows_until": None},
        {"is_on": False, "shows_from": None, "shows_until": NOON - timedelta(days=99)},
        {"shows_from": NOON + timedelta(days=30), "shows_until": NOON + timedelta(days=40)},
        {"phone": "116 111", "heading_sv": "Fel", "text_sv": "Vi reparerar."},
    ],
)
@time_machine.travel(NOON, tick=False)
def test_what_is_right_may_be_saved(changes):
    banner(**changes).full_clean()


def test_a_section_and_everywhere_do_not_go_together(sections):
    with pytest.raises(ValidationError) as error:
        banner(section=sections[0]).full_clean()
    assert list(error.value.message_dict) == ["section"]


@pytest.mark.parametrize(
    ("now", "end"),
    [
        (datetime(2026, 11, 25, 10, tzinfo=UTC), datetime(2026, 11, 25, 22, tzinfo=UTC)),
        (datetime(2026, 10, 24, 22, tzinfo=UTC), datetime(2026, 10, 25, 22, tzinfo=UTC)),  # a day of 25 hours
    ],
)
def test_a_day_ends_at_its_midnight_in_helsinki(now, end):
    assert switch.end_of(timezone.localdate(now)) == end


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 25, 22, tzinfo=UTC), "25.11.2026 klo 24"),
        (datetime(2026, 11, 25, 22, 30, tzinfo=UTC), "26.11.2026 klo 0.30"),
    ],
)
def test_midnight_reads_as_the_end_of_its_day(moment, words):
    assert switch.until_words(moment).replace("\N{NO-BREAK SPACE}", " ") == words
