"""How subscribers come, change their wishes and go. Knows no HTTP and no mail."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kasper_site.cms.wording import date_words
from news.models.subscriber import MOST_BOUNCES, Subscriber
from news.models.topic import Topic

MOST_AN_HOUR = 60  # of all visitors together: who they are is not kept
ASKED_AGAIN_AFTER = timedelta(hours=1)  # nobody's mailbox is filled by somebody else's finger


class CrowdedError(Exception):
    """More came within the hour than people write."""


@transaction.atomic
def ask(email: str, language: str, is_press: bool, topics: Iterable[Topic], now: datetime | None = None) -> None:
    """Somebody wants releases at an address: a letter goes there. What is confirmed already stays as it is.

    It does the same whether the address is known or not; only the letter differs. CrowdedError where too many came.
    """
    now = now or timezone.now()
    if Subscriber.objects.filter(asked_at__gt=now - ASKED_AGAIN_AFTER).count() >= MOST_AN_HOUR:
        raise CrowdedError
    fresh = {"email": email, "language": language, "asked_at": now, "letter_due_at": now}
    subscriber, is_new = Subscriber.objects.get_or_create(email__iexact=email, defaults=fresh)
    if subscriber.confirmed_at is None:
        subscriber.language = language
        set_wishes(subscriber, is_press, topics)
    if not is_new and subscriber.asked_at <= now - ASKED_AGAIN_AFTER:
        Subscriber.objects.filter(pk=subscriber.pk).update(asked_at=now, letter_due_at=now)


def set_wishes(subscriber: Subscriber, is_press: bool, topics: Iterable[Topic]) -> None:
    """What the subscriber wants; no topics are all."""
    topics = list(topics)
    subscriber.is_press, subscriber.has_all_topics = is_press, not topics
    subscriber.save(update_fields=["language", "is_press", "has_all_topics"])
    subscriber.topics.set(topics)


def confirm(subscriber: Subscriber, now: datetime | None = None) -> None:
    """The owner of the address says yes; also one whose mails did not arrive for a while."""
    Subscriber.objects.filter(pk=subscriber.pk).update(
        confirmed_at=subscriber.confirmed_at or now or timezone.now(), bounced_keys=[], paused_at=None
    )


def leave(subscriber: Subscriber) -> None:
    """Delete everything of the subscriber, at once."""
    subscriber.delete()


def delete_unconfirmed(now: datetime | None = None) -> int:
    """Delete those who have not confirmed in time; how many. A job of the scheduler."""
    return Subscriber.objects.out_of_time(now).delete()[1].get(Subscriber._meta.label, 0)


def own_data(subscriber: Subscriber) -> dict[str, object]:
    """All that is kept of a subscriber, in words of the active language."""
    names = dict.fromkeys(topic.name for topic in subscriber.topics.all())
    return {
        _("E-mail address"): subscriber.email,
        _("Language of the releases"): str(translation.get_language_info(subscriber.language)["name_translated"]),
        _("Works for the media"): subscriber.is_press,
        _("Topics"): _("all") if subscriber.has_all_topics else list(names),
        _("Subscribed on"): date_words(subscriber.created_at),
        _("Form last sent on"): date_words(subscriber.asked_at),
        _("Confirmed on"): date_words(subscriber.confirmed_at) or None,
        _("Last release sent on"): date_words(subscriber.last_mail_at) or None,
        _("Mails that did not arrive"): subscriber.bounces,
        _("Paused on"): date_words(subscriber.paused_at) or None,
    }


# --- What came of a mail ----------------------------------------------------------------------------------------------
def arrived(subscriber: Subscriber, key: str) -> None:
    """A mail went through: it is remembered, and what bounced before is forgotten."""
    Subscriber.objects.filter(pk=subscriber.pk).update(last_mail_key=key, bounced_keys=[])


@transaction.atomic
def bounced(subscriber: Subscriber, key: str, now: datetime | None = None) -> None:
    """The server refuses the address for good; after three different mails on end the subscriber is paused."""
    row = Subscriber.objects.select_for_update().filter(pk=subscriber.pk).first()
    if row is None or key in row.bounced_keys:
        return
    row.bounced_keys = [*row.bounced_keys, key]
    if row.bounces >= MOST_BOUNCES:
        row.paused_at = now or timezone.now()
    row.save(update_fields=["bounced_keys", "paused_at"])
