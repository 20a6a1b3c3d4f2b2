"""The signed keys in the links of mails: each names one subscriber and what it is good for.

They stand behind the `?` of an address, which no log keeps. A key dies with its row.
"""

from django.core.signing import BadSignature, Signer, TimestampSigner
from django.urls import reverse
from django.utils import translation

from kasper_site.cms.urls_of import absolute
from news.models.subscriber import UNCONFIRMED_KEPT, Subscriber

PARAMETER = "avain"

_signers = {
    "confirm": TimestampSigner(salt="kasper.subscriptions.confirm"),
    "own": Signer(salt="kasper.subscriptions.own"),  # the way to leave never ends
}


class BadLink(Exception):
    """The key is cut, altered, forged or too old."""


def key(purpose: str, subscriber: Subscriber) -> str:
    """A key with which its holder may `confirm` the subscription or do with their `own` what they like."""
    return _signers[purpose].sign(f"{subscriber.pk}.{subscriber.nonce}")


def whose(purpose: str, text: str) -> Subscriber | None:
    """The subscriber of a key; None for one who has left. Raises BadLink."""
    limit = {"max_age": UNCONFIRMED_KEPT} if purpose == "confirm" else {}
    try:
        pk, _dot, nonce = _signers[purpose].unsign(text, **limit).partition(".")
    except BadSignature as error:
        raise BadLink from error
    return Subscriber.objects.filter(pk=pk, nonce=nonce).first()


def address(view: str, purpose: str, subscriber: Subscriber) -> str:
    """The whole address of a page for this subscriber, in their language."""
    with translation.override(subscriber.language):
        return absolute(f"{reverse(view)}?{PARAMETER}={key(purpose, subscriber)}")
