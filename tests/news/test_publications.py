"""Whatever makes a story visible is recorded once, with its effects."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kasper_site.delivery.models import Effect, Publication
from kasper_site.delivery.outbox import kinds
from news import publications
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def newsroom():
    factories.make_site()
    return factories.place_for("news.ReleasePage")


def test_a_story_is_recorded_when_its_embargo_ends_and_not_before(newsroom):
    moment = timezone.now() + timedelta(hours=1)
    release = factories.make_page("news.ReleasePage", newsroom, public_at=moment)
    release.save_revision().publish()
    assert publications.record_new() == 0
    assert publications.record_new(moment) == 1
    assert publications.record_new(moment) == 0


def test_each_publish_is_recorded_and_a_draft_is_not(newsroom):
    release = factories.make_page("news.ReleasePage", newsroom)
    release.save_revision().publish()
    assert publications.record_new() == 1
    release.title = "Uusi otsikko"
    revision = release.save_revision()
    assert publications.record_new() == 0
    revision.publish()
    assert publications.record_new() == 1
    assert list(Publication.objects.values_list("is_first", flat=True)) == [False, True]


def test_a_page_that_nobody_may_see_is_not_recorded(newsroom):
    release = factories.make_page("news.ReleasePage", newsroom)
    release.save_revision().publish()
    release.unpublish()
    assert publications.record_new() == 0


def test_the_same_queries_however_many_stories_are_recorded(newsroom, django_assert_num_queries):
    for _number in range(5):
        factories.make_page("news.ReleasePage", newsroom)
    publications.record_new()
    with django_assert_num_queries(1):
        assert publications.record_new() == 0


def test_the_moment_from_which_visitors_saw_it_is_kept(newsroom):
    moment = timezone.now() + timedelta(hours=1)
    release = factories.make_page("news.ReleasePage", newsroom, public_at=moment)
    release.save_revision().publish()
    publications.record_new(moment)
    publication = Publication.objects.get()
    assert publication.public_at == moment
    assert publication.published_at < moment


def test_one_that_cannot_be_recorded_keeps_no_other_waiting(newsroom, monkeypatch):
    first, second = (factories.make_page("news.ReleasePage", newsroom) for _number in range(2))

    def breaks_for_first(page, publication):
        if page.pk == first.pk:
            raise RuntimeError("ei onnistu")
        yield "", {}

    monkeypatch.setattr(kinds, "_kinds", {})
    kinds.register("one", "Yksi", lambda effect: "Valmis.", wanted=breaks_for_first)
    with pytest.raises(ExceptionGroup) as caught:
        publications.work_off()
    assert caught.value.exceptions[0].__notes__ == [f"page {first.pk}"]
    assert list(Effect.objects.values_list("publication__page", "state")) == [(second.pk, Effect.State.DONE)]


def test_what_was_left_undone_in_a_private_section_is_done_when_it_opens(newsroom, monkeypatch):
    release = factories.make_page("news.ReleasePage", newsroom)
    monkeypatch.setattr(kinds, "_kinds", {})
    kinds.register("one", "Yksi", lambda effect: "Valmis.")
    publications.record_new()
    restriction = release.view_restrictions.create(restriction_type="login")
    publications.work_off()
    assert Effect.objects.get().state == Effect.State.DROPPED
    restriction.delete()
    publications.work_off()
    assert Effect.objects.get().state == Effect.State.DONE
