"""The mails of releases as effects of the outbox: one for each subscriber, with their number and never the address.

A release is mailed once, each essential correction of it once more.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from kasper_site.delivery.models import Effect, Publication
from kasper_site.delivery.outbox import kinds
from kasper_site.operations import scheduler
from news import corrections
from news.models import Correction, ReleasePage, Subscriber
from news.subscriptions import correction_mail, keeping, letters, release_mail
from news.subscriptions.sending import Bounced, hand_over

NAME, OF_CORRECTION = "mail", "mail_of_correction"
STILL_TO_GO = (Effect.State.WAITING, Effect.State.DROPPED)
NEWS_FOR = timedelta(days=2)  # what became public longer ago is mailed to nobody: it was imported or dated back
MINUTE = timedelta(minutes=1)


def register() -> None:
    """Take part in the outbox and the scheduler; called once, at start."""
    kinds.register(NAME, gettext_lazy("Mail to subscribers"), run, wanted=wanted, order=900)
    label = gettext_lazy("Mail to subscribers about the correction")
    kinds.register(OF_CORRECTION, label, run, wanted=wanted_of_corrections, order=910)
    scheduler.register(letters.send_due, seconds=5)
    scheduler.register(keeping.delete_unconfirmed, seconds=3600)


# --- Who gets it ------------------------------------------------------------------------------------------------------
def wanted(page: Page, publication: Publication) -> Iterator[tuple[str, dict]]:
    """A mail for each subscriber whom a release is news for: the first time that it is public, and then only."""
    is_news = isinstance(page, ReleasePage) and page.public_at > timezone.now() - NEWS_FOR
    if publication.is_first and is_news:
        for pk in recipients(page).values_list("pk", flat=True):
            yield str(pk), {"subscriber": pk}


def recipients(release: ReleasePage):
    """The subscribers whose wishes and language fit."""
    topics = [topic.pk for topic in release.topics.all()]
    return Subscriber.objects.receiving().wanting(topics, release.locale.language_code)


def wanted_of_corrections(page: Page, publication: Publication) -> Iterator[tuple[str, dict]]:
    """A mail about each correction that a publication brings, for those whom the release's own mail has gone to."""
    if not isinstance(page, ReleasePage):
        return
    for correction in corrections.brought_by(page, publication):
        for pk in _told_of(page).values_list("pk", flat=True):
            yield f"{correction.pk}.{pk}", {"subscriber": pk, "correction": correction.pk}


def _told_of(release: ReleasePage):
    """The subscribers whom the release was mailed to; whose mail is still to go is told what is right by that."""
    mails = Effect.objects.filter(kind=NAME, publication__page_id=release.pk).exclude(state__in=STILL_TO_GO)
    told = [payload["subscriber"] for payload in mails.values_list("payload", flat=True)]
    return Subscriber.objects.receiving().filter(pk__in=told).order_by("-is_press", "pk")


# --- One mail ---------------------------------------------------------------------------------------------------------
def run(effect: Effect) -> str:
    """Send the mail, unless the subscriber has left or the release is gone meanwhile."""
    subscriber = Subscriber.objects.receiving().filter(pk=effect.payload["subscriber"]).first()
    if subscriber is None:
        return _("Not sent: the subscriber has left or is paused.")
    if subscriber.last_mail_key == effect.key:
        return _("Sent.")  # the process died before it could say so
    release = ReleasePage.objects.visible().filter(pk=effect.publication.page_id).first()
    if release is None:
        return _("Not sent: the release is not public any more.")
    if effect.kind == NAME and not _is_news(effect.publication):
        return _("Not sent: the release is no news any more.")
    _take_turn(subscriber)
    try:
        hand_over(_message(release, subscriber, effect))
    except Bounced as error:
        keeping.bounced(subscriber, effect.key)
        raise kinds.Refused(
            _("The mail server does not take mail for this address (%(code)s).") % {"code": error}
        ) from None
    keeping.arrived(subscriber, effect.key)
    return _("Sent.")


def _is_news(publication: Publication) -> bool:
    """Whether it came out lately; what was taken back before all had it may come back after months."""
    return max(publication.public_at, publication.published_at) > timezone.now() - NEWS_FOR


def _message(release: ReleasePage, subscriber: Subscriber, effect: Effect) -> EmailMessage:
    if effect.kind == NAME:
        return release_mail.build(release, subscriber, effect.key)
    correction = Correction.objects.get(pk=effect.payload["correction"])
    return correction_mail.build(release, subscriber, effect.key, correction)


def _take_turn(subscriber: Subscriber, now: datetime | None = None) -> None:
    """Raise Later where as many went out within the last minute as the mail server is to take."""
    now = now or timezone.now()
    within = Subscriber.objects.filter(last_mail_at__gt=now - MINUTE).order_by("-last_mail_at")
    moments = list(within.values_list("last_mail_at", flat=True)[: settings.MAILS_A_MINUTE])
    if len(moments) == settings.MAILS_A_MINUTE:
        raise kinds.Later(moments[-1] + MINUTE, _("Waits for its turn: so many mails go out in a minute."))
    Subscriber.objects.filter(pk=subscriber.pk).update(last_mail_at=now)
