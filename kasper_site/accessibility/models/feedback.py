"""What a visitor tells about the site's accessibility."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasper_site.accessibility import clock
from kasper_site.cms.wording import date_words


class AccessibilityFeedbackQuerySet(models.QuerySet):
    """Feedback by its state."""

    def open(self):
        """What nobody has answered yet, the oldest first."""
        return self.filter(answered_at__isnull=True).order_by("received_at", "pk")

    def answered(self):
        """What has been, the latest first."""
        return self.filter(answered_at__isnull=False).order_by("-answered_at", "-pk")

    def out_of_time(self, now: datetime | None = None):
        """What was answered so long ago that it is deleted."""
        return self.filter(answered_at__lt=(now or timezone.now()) - clock.KEPT)

    def within_the_hour(self, now: datetime | None = None):
        """What came in the last hour."""
        return self.filter(received_at__gt=(now or timezone.now()) - timedelta(hours=1))


class AccessibilityFeedback(models.Model):
    """A message with what its sender chose to tell. Neither address nor browser of the sender is kept."""

    message = models.TextField()
    page = models.CharField(max_length=300, blank=True)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    received_at = models.DateTimeField(default=timezone.now, db_index=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    told_at = models.DateTimeField(null=True, blank=True)  # when the letter about it went out
    reminded_at = models.DateTimeField(null=True, blank=True)  # when the letter went out that little time is left

    objects = AccessibilityFeedbackQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = gettext_lazy("accessibility feedback")
        verbose_name_plural = gettext_lazy("accessibility feedback")
        ordering = ["-received_at", "-pk"]
        default_permissions = ("change",)  # to read it is to be able to answer it

    def __str__(self):
        # Translators: a message about the site's accessibility, by the day on which it came
        return _("Accessibility feedback of %(date)s") % {"date": date_words(self.received_at)}

    @property
    def answer_by(self) -> date:
        """The last day on which the answer is in time."""
        return clock.answer_by(self.received_at)

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.answered_at is None
