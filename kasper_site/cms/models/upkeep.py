"""What keeps a site true: reviews of pages, links that lead outside, reminders that were sent, groups of editors.

Tables of the desk and the link checker, without forms of their own: their names reach nobody, so they have no wording.
"""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class PageReview(models.Model):
    """Somebody read a page through and found it true. Holds at once, whichever draft is published later.

    A plain model, not fields of the page: those go back when an older draft is published (decision 0010).
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="page_reviews")
    reviewed_on = models.DateField()
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    next_review_on = models.DateField()
    # To the second: the page that this one tells in plain language may change later on the same day.
    reviewed_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-reviewed_on", "-pk"]
        default_permissions = ()

    def __str__(self):
        return f"{self.page_id} {self.reviewed_on}"


class ExternalLink(models.Model):
    """An address on another site that visible pages link to, and what answered there last.

    `broken` only after two failures that lie a week apart: a site may be away for a day.
    """

    class State(models.TextChoices):
        NEW = "new"
        WORKS = "works"
        UNCLEAR = "unclear"  # does not answer a robot
        FAILING = "failing"  # failed once
        BROKEN = "broken"

    class Problem(models.TextChoices):
        GONE = "gone", _("The page is no longer there.")
        SERVER = "server", _("The other site has an error.")
        CERTIFICATE = "certificate", _("The other site's certificate is not valid.")
        UNREACHABLE = "unreachable", _("The other site does not answer.")

    url = models.URLField(max_length=2000, unique=True)
    pages = models.ManyToManyField(Page, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.NEW, db_index=True)
    problem = models.CharField(max_length=15, choices=Problem.choices, blank=True)
    last_checked_at = models.DateTimeField(null=True, blank=True)
    first_failed_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["url"]
        default_permissions = ()

    def __str__(self):
        return self.url


class Reminder(models.Model):
    """What an editor was told by mail in one week; kept so that nobody is told twice."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    week = models.DateField()
    item_count = models.PositiveIntegerField()  # 0: there was nothing to tell, no letter

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "week"], name="one_reminder_a_week")]

    def __str__(self):
        return f"{self.user_id} {self.week}"


class EditorGroup(models.Model):
    """A group that the site makes itself, and what the site gave it last.

    A new version of the site adds and takes away what changed since then; what an administrator has changed stays,
    and a group that was deleted does not come back.
    """

    key = models.CharField(max_length=60, unique=True)
    group = models.OneToOneField(Group, null=True, on_delete=models.SET_NULL, related_name="+")
    granted = models.JSONField(default=list)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.key
