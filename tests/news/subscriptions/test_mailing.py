"""Whom a release is mailed to, when, how fast, and what stands in the outbox about it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from kasper_site.delivery.models import Effect, Publication
from kasper_site.delivery.outbox import draining
from news import publications
from news.models import Subscriber
from news.subscriptions import keeping, mailing
from tests import factories
from tests.news.subscriptions.conftest import EMAIL, make_subscriber, publish

pytestmark = [pytest.mark.django_db, pytest.mark.database]
STATE = Effect.State


def mails():
    """The effects of this kind, in their order."""
    return Effect.objects.filter(kind=mailing.NAME)


def told() -> list[str]:
    """To whom mail went, after all that is due."""
    mail.outbox.clear()
    draining.drain()
    return [message.to[0] for message in mail.outbox]


def test_mail_goes_to_those_whose_wishes_and_language_fit_the_press_first(newsroom, topics):
    make_subscriber("kaikki@example.org")
    make_subscriber("tuki@example.org", topics[:1])
    make_subscriber("molemmat@example.org", topics)
    make_subscriber("muu@example.org", topics[1:])
    make_subscriber("sv@example.org", language="sv")
    make_subscriber("lehti@example.org", is_press=True)
    keeping.ask("vahvistamaton@example.org", "fi", False, [])
    publish(newsroom, topics[:1])
    assert told() == ["lehti@example.org", "kaikki@example.org", "tuki@example.org", "molemmat@example.org"]
    assert told() == []


def test_a_topic_that_is_deleted_does_not_turn_a_wish_into_one_for_everything(newsroom, topics):
    make_subscriber(topics=topics[:1])
    topics[0].delete()
    publish(newsroom)
    assert told() == []


def test_only_the_first_publication_of_a_release_is_mailed(newsroom, subscriber):
    release = publish(newsroom)
    assert told() == [EMAIL]
    release.title = "Korjattu otsikko"
    release.save_revision().publish()
    assert publications.record_new() == 1
    assert told() == []


@pytest.mark.parametrize("page_type", ["news.CurrentMatterPage", "news.CoveragePage"])
def test_other_stories_are_not_mailed(newsroom, subscriber, page_type):
    factories.make_page(page_type, newsroom).save_revision().publish()
    assert publications.record_new() == 1
    assert told() == []


@pytest.mark.parametrize(
    ("age", "count"), [(timedelta(days=1, hours=23), 1), (timedelta(days=2), 0), (timedelta(900), 0)]
)
def test_an_old_release_is_mailed_to_nobody(newsroom, subscriber, age, count):
    publish(newsroom, public_at=timezone.now() - age)
    assert len(told()) == count


def test_an_embargo_holds_the_mail_too(newsroom, subscriber):
    publish(newsroom, public_at=timezone.now() + timedelta(hours=1))
    assert told() == []
    assert not mails().exists()


def test_the_outbox_knows_no_address(newsroom, subscriber):
    publish(newsroom)
    draining.drain()
    for values in [*mails().values_list("key", "payload", "note"), (str(subscriber),)]:
        assert "@" not in str(values)
    assert mails().get().payload == {"subscriber": subscriber.pk}
    keeping.leave(subscriber)
    assert mails().get().note == "Lähetetty."


@pytest.mark.parametrize("what", ["left", "paused", "unpublished", "private"])
def test_what_changed_meanwhile_is_seen(newsroom, subscriber, what):
    release = publish(newsroom)
    if what == "left":
        keeping.leave(subscriber)
    elif what == "paused":
        Subscriber.objects.update(paused_at=timezone.now())
    elif what == "unpublished":
        release.unpublish()
    else:
        release.view_restrictions.create(restriction_type="login")
    assert told() == []
    if what in ("left", "paused"):
        assert mails().get().state == STATE.DONE
        assert mails().get().note.startswith("Ei lähetetty: ")
    else:
        assert mails().get().state == STATE.DROPPED


def test_a_mail_that_went_out_before_the_process_died_is_not_sent_again(newsroom, subscriber):
    publish(newsroom)
    assert told() == [EMAIL]
    mails().update(state=STATE.RUNNING, next_try_at=timezone.now())
    assert told() == []
    assert mails().get().state == STATE.DONE


def test_what_was_taken_back_and_comes_again_after_days_is_no_news(newsroom, subscriber, time_machine):
    release = publish(newsroom)
    release.unpublish()
    assert told() == []
    time_machine.move_to(timezone.now() + timedelta(days=3))
    release.refresh_from_db()
    release.save_revision().publish()
    publications.work_off()
    assert mail.outbox == []
    assert mails().get().note == "Ei lähetetty: tiedote ei ole enää uutinen."


def test_no_more_mails_than_the_server_takes_in_a_minute(newsroom, settings, time_machine):
    settings.MAILS_A_MINUTE = 2
    time_machine.move_to(start := timezone.now(), tick=False)
    for number in range(5):
        make_subscriber(f"n{number}@example.org")
    publish(newsroom)
    sent = []
    for second in (0, 1, 30, 59, 61, 62, 119, 123, 200):
        time_machine.move_to(start + timedelta(seconds=second), tick=False)
        sent.append(len(told()))
    assert sent == [2, 0, 0, 0, 2, 0, 0, 1, 0]
    assert set(mails().values_list("state", "tries")) == {(STATE.DONE, 1)}


def test_many_subscribers_are_found_with_one_query(newsroom, topics, django_assert_num_queries):
    release = publish(newsroom, topics)
    for number in range(5):
        make_subscriber(f"n{number}@example.org", topics)
    publication = Publication.objects.get()
    with django_assert_num_queries(2):  # the release's language, the subscribers
        assert len(list(mailing.wanted(release, publication))) == 5
