"""Renderings are made once, and again when what they print has changed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.models import PageViewRestriction

from kasper_site.delivery import published
from kasper_site.delivery.models import Effect
from kasper_site.delivery.outbox import recording
from kasper_site.delivery.outbox.draining import drain
from news.models import Rendering
from news.renderings import kinds, making, renewal
from tests import factories
from tests.news.renderings.conftest import pdf_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def kept() -> dict[str, str]:
    return dict(Rendering.objects.values_list("kind", "source_hash"))


def test_each_kind_is_made_once(made, monkeypatch):
    assert set(kept()) == {"pdf", "text", "card"}
    assert drain() == 0
    moments = list(Rendering.objects.order_by("pk").values_list("made_at", flat=True))
    Effect.objects.update(state=Effect.State.WAITING, next_try_at=timezone.now())
    assert drain() == 3
    assert list(Rendering.objects.order_by("pk").values_list("made_at", flat=True)) == moments


def test_another_story_has_none(made):
    matter = factories.make_page("news.CurrentMatterPage", factories.place_for("news.CurrentMatterPage"))
    publication = recording.record(matter, timezone.now())
    assert not publication.effects.filter(kind__startswith="rendering").exists()


def test_a_changed_number_is_printed_anew(made, person, django_capture_on_commit_callbacks):
    renewal.check_due()
    assert renewal.check_due() == 0
    before, old_file = kept(), made.renderings.get(kind="pdf").file.name
    with django_capture_on_commit_callbacks(execute=True):
        person.phone = "044 111 2222"
        person.save()
    assert renewal.check_due() == 2
    with django_capture_on_commit_callbacks(execute=True):
        assert drain() == 2
    text = text_of(pdf_of(made))
    assert "044 111 2222" in text
    assert "044 493 4546" not in text
    assert "044 111 2222" in made.renderings.get(kind="text").text
    assert kept()["card"] == before["card"]
    assert not default_storage.exists(old_file)


def test_there_and_back_and_there_again(made, person):
    for phone in ("044 111 2222", "044 493 4546", "044 111 2222", "044 493 4546"):
        person.phone = phone
        person.save()
        renewal.doubt()
        assert renewal.check_due() == 2
        assert drain() == 2
        assert phone in text_of(pdf_of(made))


def test_after_somebodys_last_day_the_number_is_gone_by_itself(made, person, time_machine):
    person.until_date = date(2026, 12, 31)
    person.save()
    time_machine.move_to(datetime(2026, 12, 31, 21, 59, 50, tzinfo=UTC), tick=False)  # ten seconds before midnight
    renewal.check_due()
    drain()
    assert "044 493 4546" in text_of(pdf_of(made))
    assert renewal.check_due() == 0
    time_machine.move_to(datetime(2026, 12, 31, 22, 0, 5, tzinfo=UTC), tick=False)
    assert renewal.check_due() == 2
    drain()
    text = text_of(pdf_of(made))
    assert "044 493 4546" not in text
    assert "Sanna Välimäki" in text
    assert "044 493 4546" not in made.renderings.get(kind="text").text


def test_a_comparison_that_runs_twice_adds_once(made, person):
    person.phone = "044 111 2222"
    person.save()
    assert renewal.check(made) == 2
    assert renewal.check(made) == 0
    assert drain() == 2


def test_one_whose_comparison_fails_stops_no_other(made, monkeypatch):
    factories.make_page("news.ReleasePage", made.get_parent())
    looked_at = []

    def breaks(page):
        looked_at.append(page.pk)
        raise RuntimeError

    monkeypatch.setattr(renewal, "check", breaks)
    assert renewal.check_due() == 0
    assert len(looked_at) == 2


def test_a_lost_file_is_made_again(made):
    default_storage.delete(made.renderings.get(kind="pdf").file.name)
    assert renewal.check(made) == 1
    drain()
    assert made.renderings.get(kind="pdf").is_there()


def test_what_nobody_may_see_is_left_alone(made, person):
    person.phone = "044 111 2222"
    person.save()
    PageViewRestriction.objects.create(page=made, restriction_type=PageViewRestriction.LOGIN)
    assert renewal.check_due(timezone.now() + timedelta(hours=2)) == 0


def test_any_announced_change_raises_doubt(made, django_capture_on_commit_callbacks):
    renewal.check_due()
    with django_capture_on_commit_callbacks(execute=True):
        published.announce(made)
    assert not Rendering.objects.filter(checked_at__isnull=False).exists()


def test_nothing_to_compare_costs_one_query(made, django_assert_num_queries):
    renewal.check_due()
    with django_assert_num_queries(1):
        renewal.check_due()


def test_a_broken_picture_stops_no_rendering(release):
    image = release.body[3].value["image"]
    image.file.storage.delete(image.file.name)
    for kind in kinds.Kind:
        assert making.make(release, kind)


def test_with_the_release_go_its_files(made, django_capture_on_commit_callbacks):
    name = made.renderings.get(kind="pdf").file.name
    assert name.startswith("renderings/")
    with django_capture_on_commit_callbacks(execute=True):
        made.delete()
    assert not default_storage.exists(name)
