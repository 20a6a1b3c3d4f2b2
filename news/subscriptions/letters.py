"""The letter after the form: asks to confirm, or tells that the address gets releases already.

The scheduler sends it, so that the form answers the same and as fast for every address, and a mail server that is away
keeps nobody waiting.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from news.models.subscriber import UNCONFIRMED_KEPT, Subscriber
from news.subscriptions import links
from news.subscriptions.envelope import mail
from news.subscriptions.plain_text import joined, paragraph
from news.subscriptions.sending import Bounced, Unsent, hand_over

TRIED_AGAIN_AFTER = timedelta(minutes=5)


def send_due(now: datetime | None = None) -> int:
    """Send the letters that wait; how many went out. A job of the scheduler."""
    now = now or timezone.now()
    due = Subscriber.objects.filter(letter_due_at__lte=now).order_by("letter_due_at", "pk")
    count = 0
    for subscriber in list(due):
        try:
            count += _send(subscriber, now)
        except Unsent:
            break  # each try may wait long for a silent server, and the other jobs wait with it
    return count


def _send(subscriber: Subscriber, now: datetime) -> bool:
    """Mark first, then send: of two schedulers one sends. Raises Unsent where a later try may help; it is due again."""
    row = Subscriber.objects.filter(pk=subscriber.pk)
    if not row.filter(letter_due_at=subscriber.letter_due_at).update(letter_due_at=None):
        return False
    with translation.override(subscriber.language):
        message = mail(subscriber.email, *_words(subscriber))
    try:
        hand_over(message)
    except Unsent:
        row.update(letter_due_at=now + TRIED_AGAIN_AFTER)
        raise
    except Bounced:
        return False
    return True


def _words(subscriber: Subscriber) -> tuple[str, str]:
    """Subject and text."""
    site = {"site": settings.WAGTAIL_SITE_NAME}
    if subscriber.is_receiving:
        address = links.address("subscription_own", "own", subscriber)
        return _("%(site)s: you get our releases already") % site, joined(
            [
                _("Hello,"),
                paragraph(_("somebody asked for our releases to this address. It gets them already.") % site),
                paragraph(_("Here you can change your subscription or leave:")),
                address,
                paragraph(_("If it was not you, you need do nothing.")),
                settings.WAGTAIL_SITE_NAME,
            ]
        )
    address = links.address("subscription_confirm", "confirm", subscriber)
    return _("%(site)s: confirm your subscription") % site, joined(
        [
            _("Hello,"),
            paragraph(_("somebody asked for our releases to this address. If it was you, confirm it here:")),
            address,
            paragraph(
                _("The link works for %(days)d days. If you do not confirm, we delete your address then.")
                % {"days": UNCONFIRMED_KEPT.days}
            ),
            paragraph(_("If it was not you, you need do nothing: you get no mail from us.")),
            settings.WAGTAIL_SITE_NAME,
        ]
    )
