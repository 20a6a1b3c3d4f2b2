"""Scheduled publishing: each page on its own, and no date is left behind."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageLogEntry
from wagtail.signals import page_published, page_unpublished

from kasper_site.operations.publishing import publish_due
from tests.factories import make_page, make_site

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def home():
    return make_site()


def scheduled(home, title: str, *, hours: int = -1) -> Page:
    """A page that an editor scheduled to go live; negative hours: the moment has come since."""
    page = make_page("home.StandardPage", home, title=title, live=False)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    moment = timezone.now() + timedelta(hours=hours)
    revision = page.latest_revision
    revision.approved_go_live_at = moment
    revision.content["go_live_at"] = moment.isoformat()
    revision.save()
    return page


def expiring(home, title: str, *, hours: int = -1) -> Page:
    """A live page that an editor lets expire."""
    page = make_page("home.StandardPage", home, title=title)
    page.expire_at = timezone.now() + timedelta(hours=hours)
    page.save_revision().publish()
    return page


def fresh(page: Page) -> Page:
    return Page.objects.get(pk=page.pk)


def test_what_has_come_of_age_goes_live_and_the_rest_waits(home):
    due, later = scheduled(home, "Nyt"), scheduled(home, "Myöhemmin", hours=1)
    assert publish_due() == 1
    assert fresh(due).live
    assert not fresh(later).live
    assert PageLogEntry.objects.filter(page=due.pk, action="wagtail.publish.scheduled").exists()
    assert publish_due() == 0


def test_what_has_expired_goes_and_the_rest_stays(home):
    over, later = expiring(home, "Ohi"), expiring(home, "Voimassa", hours=1)
    assert publish_due() == 1
    assert (fresh(over).live, fresh(over).expired) == (False, True)
    assert fresh(later).live
    assert publish_due() == 0


def test_dates_that_have_done_their_work_do_not_block_the_editor(home):
    over, due = expiring(home, "Ohi"), scheduled(home, "Nyt")
    publish_due()
    assert (fresh(over).expire_at, fresh(due).go_live_at) == (None, None)
    assert fresh(over).get_latest_revision_as_object().expire_at is None
    assert fresh(due).get_latest_revision_as_object().go_live_at is None


def test_a_new_date_in_a_later_draft_stays(home):
    over = expiring(home, "Ohi")
    draft = fresh(over).specific
    draft.expire_at = timezone.now().replace(microsecond=0) + timedelta(days=30)
    draft.save_revision()
    publish_due()
    assert fresh(over).get_latest_revision_as_object().expire_at == draft.expire_at


@pytest.mark.parametrize("signal", [page_published, page_unpublished])
def test_a_page_that_fails_does_not_stop_the_others(home, signal):
    pages = [scheduled(home, "Eka"), scheduled(home, "Toka"), expiring(home, "Kolmas"), expiring(home, "Neljäs")]
    bad = pages[0] if signal is page_published else pages[2]

    def fail(sender, instance, **kwargs):
        if instance.pk == bad.pk:
            raise ValueError("broken receiver")

    signal.connect(fail)
    try:
        with pytest.raises(ExceptionGroup) as caught:
            publish_due()
    finally:
        signal.disconnect(fail)
    assert [str(error) for error in caught.value.exceptions] == ["broken receiver"]
    expected = [True, True, False, False]
    assert [fresh(page).live for page in pages if page is not bad] == [
        live for page, live in zip(pages, expected, strict=True) if page is not bad
    ]
    assert fresh(bad).live is (bad is pages[2])  # its own change was rolled back
    assert publish_due() == 1


def test_a_revision_whose_content_cannot_be_read_does_not_stop_the_others(home):
    broken, due = scheduled(home, "Rikki"), scheduled(home, "Nyt")
    revision = broken.latest_revision
    revision.content = {"pk": broken.pk, "title": None}
    revision.save()
    with pytest.raises(ExceptionGroup):
        publish_due()
    assert fresh(due).live
