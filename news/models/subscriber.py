"""Who gets releases by e-mail: an address and its wishes, nothing else."""

import secrets
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST_EMAIL = 254  # RFC 5321 allows no longer one
UNCONFIRMED_KEPT = timedelta(days=7)
MOST_BOUNCES = 3


def new_nonce() -> str:
    """What ties the links of a subscriber to this one row."""
    return secrets.token_urlsafe(12)


class SubscriberQuerySet(models.QuerySet):
    """Subscribers by their state."""

    def with_address(self, email: str):
        """The one of that address, however its letters are written."""
        return self.filter(email__iexact=email.strip())

    def confirmed(self):
        """Those who have said yes from their own mail."""
        return self.filter(confirmed_at__isnull=False)

    def receiving(self):
        """Those to whom mail goes."""
        return self.confirmed().filter(paused_at=None)

    def wanting(self, topics, language: str):
        """Those whose wishes fit a release of these topics; the press first, for whom minutes count."""
        wishes = Q(has_all_topics=True) | Q(topics__in=topics)
        return self.filter(wishes, language=language).distinct().order_by("-is_press", "pk")

    def out_of_time(self, now: datetime | None = None):
        """Those who were asked to confirm and did not."""
        return self.filter(confirmed_at=None, asked_at__lt=(now or timezone.now()) - UNCONFIRMED_KEPT)


class Subscriber(models.Model):
    """An address to which releases are mailed once its owner has confirmed it; the row goes when they leave.

    `has_all_topics` says that no topic was chosen: a topic that an editor deletes must not turn a wish for it into one
    for everything.
    """

    email = models.EmailField(_("e-mail"), max_length=LONGEST_EMAIL)
    language = models.CharField(_("language"), max_length=10)
    is_press = models.BooleanField(_("works for the media"), default=False)
    has_all_topics = models.BooleanField(_("all topics"), default=True)
    topics = models.ManyToManyField("news.Topic", verbose_name=_("topics"), blank=True, related_name="subscribers")
    nonce = models.CharField(max_length=32, default=new_nonce, editable=False)
    created_at = models.DateTimeField(default=timezone.now)
    asked_at = models.DateTimeField(default=timezone.now, db_index=True)  # when the form was last sent with it
    letter_due_at = models.DateTimeField(null=True, blank=True, db_index=True)  # when the letter about it is to go out
    confirmed_at = models.DateTimeField(null=True, blank=True)
    last_mail_at = models.DateTimeField(null=True, blank=True, db_index=True)  # when a release was last offered to it
    last_mail_key = models.CharField(max_length=200, blank=True)  # the effect of the last one that went through
    bounced_keys = models.JSONField(default=list, blank=True)  # the effects that the server refused since then
    paused_at = models.DateTimeField(null=True, blank=True)

    objects = SubscriberQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        ordering = ["-created_at", "-pk"]
        default_permissions = ("change",)  # who sees the addresses may delete them
        constraints = [models.UniqueConstraint(Lower("email"), name="news_subscriber_email_once")]

    def __str__(self):
        return f"{self.pk}"  # never the address: this stands in logs and messages

    @property
    def bounces(self) -> int:
        """How many mails on end did not arrive."""
        return len(self.bounced_keys)

    @property
    def is_receiving(self) -> bool:
        """Whether mail goes to it."""
        return bool(self.confirmed_at and not self.paused_at)
