"""The outbox: written once, tried until it is done, taken up again after a crash."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone, translation
from wagtail.models import Page

from kasper_site.delivery.models import Effect, Publication
from kasper_site.delivery.outbox import draining, kinds, recording, upkeep
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]
STATE = Effect.State


@pytest.fixture
def ran(monkeypatch):
    """The only kind of effect: it notes the keys that it was run for, and raises what `ran.error` holds."""

    class Ran(list):
        error = None

        def __call__(self, effect):
            self.append(effect.key)
            if self.error:
                raise self.error
            return "Valmis."

    ran = Ran()
    monkeypatch.setattr(kinds, "_kinds", {})
    kinds.register("one", "Yksi", ran)
    return ran


@pytest.fixture
def page():
    factories.make_site()
    return factories.make_page("news.ReleasePage", factories.place_for("news.ReleasePage"))


def recorded(page) -> Effect:
    """The effect of the page's publication."""
    recording.record(page, timezone.now())
    return Effect.objects.get()


def test_a_publication_is_written_once(page, ran):
    now = timezone.now()
    assert recording.record(page, now).is_first
    assert recording.record(page, now) is None
    assert not recording.record(page, now + timedelta(1)).is_first
    assert Publication.objects.count() == Effect.objects.count() == 2


def test_a_publication_is_written_with_all_its_effects_or_not_at_all(page, ran):
    def breaks(page, publication):
        raise RuntimeError

    kinds.register("two", "Kaksi", ran, wanted=breaks, order=200)
    with pytest.raises(RuntimeError), transaction.atomic():
        recording.record(page, timezone.now())
    assert not Publication.objects.exists()
    assert not Effect.objects.exists()


def test_what_is_due_runs_once_and_leaves_a_line(page, ran):
    effect = recorded(page)
    assert draining.drain() == 1
    assert draining.drain() == 0
    effect.refresh_from_db()
    assert (effect.state, effect.note, ran) == (STATE.DONE, "Valmis.", [effect.key])
    assert effect.done_at


def test_what_fails_waits_longer_each_time_and_is_told_at_last(page, ran):
    effect, now = recorded(page), timezone.now()
    ran.error = OSError("ei vastaa")
    for number, wait in enumerate([*draining.WAITS, None], start=1):
        Effect.objects.update(next_try_at=now)
        assert draining.drain() == 0
        effect.refresh_from_db()
        assert effect.tries == number
        assert effect.note == "OSError: ei vastaa"
        if wait:
            assert effect.state == STATE.WAITING
            assert abs(effect.next_try_at - timezone.now() - wait) < timedelta(seconds=30)
    assert effect.state == STATE.FAILED
    Effect.objects.update(next_try_at=now)
    assert draining.drain() == 0
    assert len(ran) == len(draining.WAITS) + 1


def test_one_that_fails_stops_no_other(page, ran):
    def breaks(effect):
        raise RuntimeError

    kinds.register("broken", "Rikki", breaks, order=1)
    recording.record(page, timezone.now())
    assert draining.drain() == 1
    assert set(Effect.objects.values_list("kind", "state")) == {("broken", STATE.WAITING), ("one", STATE.DONE)}


def test_what_is_refused_is_not_tried_again_but_an_editor_may(page, ran):
    effect = recorded(page)
    ran.error = kinds.Refused("Kuvalta puuttuu tekijä.")
    draining.drain()
    effect.refresh_from_db()
    assert (effect.state, effect.note, effect.tries) == (STATE.FAILED, "Kuvalta puuttuu tekijä.", 1)
    ran.error = None
    assert recording.retry(effect)
    assert draining.drain() == 1
    assert not recording.retry(effect)


def test_what_must_wait_for_its_turn_has_not_been_tried(page, ran):
    effect, moment = recorded(page), timezone.now() + timedelta(minutes=1)
    ran.error = kinds.Later(moment, "Odottaa vuoroaan.")
    for _time in range(len(draining.WAITS) + 2):
        Effect.objects.update(next_try_at=timezone.now())
        assert draining.drain() == 0
    effect.refresh_from_db()
    assert (effect.state, effect.tries, effect.next_try_at) == (STATE.WAITING, 0, moment)
    assert effect.note == "Odottaa vuoroaan."


def test_an_effect_whose_process_died_is_taken_up_when_its_lease_is_over(page, ran):
    effect = recorded(page)
    assert draining._claim(effect.pk)
    assert not draining._claim(effect.pk)
    assert draining.drain() == 0
    Effect.objects.update(next_try_at=timezone.now() - timedelta(seconds=1))
    assert draining.drain() == 1
    effect.refresh_from_db()
    assert (effect.state, effect.tries) == (STATE.DONE, 2)


def test_work_of_a_kind_that_is_gone_is_told(page, ran):
    effect = recorded(page)
    kinds._kinds.clear()
    draining.drain()
    effect.refresh_from_db()
    assert effect.state == STATE.FAILED


def test_who_is_late_overwrites_nothing_of_who_took_the_effect_up(page, ran):
    effect = recorded(page)
    draining._claim(effect.pk)
    late = Effect.objects.get()
    Effect.objects.update(next_try_at=timezone.now() - timedelta(seconds=1))
    assert draining.drain() == 1
    draining._again(late, "Myöhässä.")
    effect.refresh_from_db()
    assert (effect.state, effect.note) == (STATE.DONE, "Valmis.")


def test_a_kind_that_takes_long_has_a_longer_lease(page, ran):
    kinds.register("slow", "Hidas", ran, order=200, lease=timedelta(hours=1))
    recording.record(page, timezone.now())
    seen = {}
    ran.append = lambda key: seen.update({key.split(":")[0]: Effect.objects.get(key=key).next_try_at})
    draining.drain()
    assert seen["slow"] - seen["one"] > timedelta(minutes=58)


def test_an_effect_that_kills_its_process_each_time_is_given_up(page, ran):
    effect = recorded(page)
    for _number in range(draining.MOST_TRIES):
        Effect.objects.update(next_try_at=timezone.now() - timedelta(seconds=1))
        assert draining._claim(effect.pk)
    Effect.objects.update(next_try_at=timezone.now() - timedelta(seconds=1))
    assert draining.drain() == 0
    effect.refresh_from_db()
    assert (effect.state, ran) == (STATE.FAILED, [])


def test_the_order_of_the_kinds_is_that_of_the_queue(page, ran):
    recording.record(page, timezone.now())
    kinds.register("first", "Ensin", ran, order=1)
    recording.record(page, timezone.now() + timedelta(seconds=1))
    draining.drain()
    assert [key.split(":")[0] for key in ran] == ["first", "one", "one"]


def test_a_drain_ends_in_time_for_the_schedulers_other_jobs(page, ran, monkeypatch):
    kinds.register("two", "Kaksi", ran, wanted=lambda page, publication: [(str(n), {}) for n in range(3)])
    recording.record(page, timezone.now())
    monkeypatch.setattr(draining, "SECONDS", 0)
    assert [draining.drain() for _number in range(5)] == [1, 1, 1, 1, 0]


def test_what_is_not_ready_yet_says_so_in_its_own_words(page, ran):
    effect = recorded(page)
    ran.error = kinds.NotYet("Kuva on vielä kesken.")
    draining.drain()
    effect.refresh_from_db()
    assert (effect.state, effect.note) == (STATE.WAITING, "Kuva on vielä kesken.")


def test_notes_are_in_finnish_whatever_was_said_before(page, ran):
    recorded(page)
    spoken = []
    ran.append = lambda key: spoken.append(translation.get_language())
    with translation.override("sv"):
        draining.drain()
    assert spoken == ["fi"]


def test_a_note_that_the_database_would_refuse_is_cleaned(page, ran):
    effect = recorded(page)
    ran.error = OSError("\0 ei" + 3000 * "!")
    draining.drain()
    effect.refresh_from_db()
    assert effect.note.startswith("OSError:  ei!")


# --- What visitors do not see any more --------------------------------------------------------------------------------
def hide(page) -> None:
    page.refresh_from_db()
    page.unpublish()


def test_nothing_goes_out_of_a_page_that_visitors_do_not_see_any_more(page, ran):
    effect = recorded(page)
    hide(page)
    assert draining.drain() == 0
    effect.refresh_from_db()
    assert (effect.state, ran) == (STATE.DROPPED, [])


def test_nothing_goes_out_of_a_story_that_was_put_back_under_embargo(page, ran):
    recorded(page)
    page.public_at = timezone.now() + timedelta(hours=1)
    page.save()
    draining.drain()
    assert Effect.objects.get().state == STATE.DROPPED


def test_what_was_left_undone_is_done_when_visitors_see_the_page_again(page, ran):
    effect = recorded(page)
    hide(page)
    draining.drain()
    assert recording.take_up_again(Page.objects.live()) == 0
    page.save_revision().publish()
    assert recording.take_up_again(Page.objects.live()) == 1
    assert draining.drain() == 1
    assert ran == [effect.key]


def test_a_kind_may_want_otherwise(page, ran):
    kinds.register("clean", "Siivous", ran, even_hidden=True)
    recording.record(page, timezone.now())
    hide(page)
    assert draining.drain() == 1
    assert [key.split(":")[0] for key in ran] == ["clean"]


def test_a_page_that_is_deleted_meanwhile_stops_nothing(page, ran, monkeypatch):
    other = factories.make_page("news.ReleasePage", page.get_parent())
    recording.record(page, timezone.now())
    recording.record(other, timezone.now())
    claim = draining._claim

    def claim_and_delete(pk, lease):
        claimed = claim(pk, lease)
        Page.objects.filter(pk=page.pk).delete()
        return claimed

    monkeypatch.setattr(draining, "_claim", claim_and_delete)
    assert draining.drain() == 1
    assert Publication.objects.get().page_id == other.pk


# --- Many and old -----------------------------------------------------------------------------------------------------
def test_very_many_rows_are_written_in_few_statements(page, ran, django_assert_max_num_queries):
    kinds.register("mail", "Viestit", ran, wanted=lambda page, publication: [(str(n), {}) for n in range(900)])
    with django_assert_max_num_queries(20):
        recording.record(page, timezone.now())
    assert Effect.objects.filter(kind="mail").count() == 900
    publication = Publication.objects.get()
    assert not recording.add(publication, "mail", "7", {})
    assert recording.add(publication, "mail", "900", {})


def test_old_receipts_go_and_that_it_was_published_stays(page, ran):
    recorded(page)
    much_later = timezone.now() + upkeep.KEPT + timedelta(days=1)
    assert upkeep.delete_old(much_later) == 0
    draining.drain()
    assert upkeep.delete_old() == 0
    assert upkeep.delete_old(much_later) == 1
    assert Publication.objects.count() == 1


def test_a_database_that_cannot_be_told_leaves_the_row_for_the_next_drain(page, ran, monkeypatch):
    effect = recorded(page)
    mark = draining._mark

    def locked(*args, **more):
        raise DatabaseError("database is locked")

    monkeypatch.setattr(draining, "_mark", locked)
    with pytest.raises(DatabaseError):
        draining.drain()
    monkeypatch.setattr(draining, "_mark", mark)
    Effect.objects.update(next_try_at=timezone.now())
    assert draining.drain() == 1
    assert ran == [effect.key, effect.key]
