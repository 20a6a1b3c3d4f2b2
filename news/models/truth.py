"""What holds of a release whatever draft is published later: its corrections, that it was withdrawn, what it knew.

Plain models, not fields of the page: those go back when an older draft is published.
"""

from django.db import models
from django.utils import timezone
from wagtail.models import Page


class Correction(models.Model):
    """An essential correction of a release that had been public: what was wrong and what is right.

    `key` is the answer's own (`ReleasePage.change_key`), so that a draft published twice corrects once.
    """

    page = models.ForeignKey("news.ReleasePage", models.CASCADE, related_name="corrections")
    at = models.DateTimeField()
    note = models.CharField(max_length=300)
    key = models.CharField(max_length=32, unique=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ()

    def __str__(self):
        return self.note


class Withdrawal(models.Model):
    """A release that was withdrawn: its address tells since when and why, or leads to another page."""

    page = models.OneToOneField("news.ReleasePage", models.CASCADE, related_name="withdrawal")
    at = models.DateTimeField(default=timezone.now)
    reason = models.CharField(max_length=500, blank=True)
    redirect_to = models.ForeignKey(Page, models.SET_NULL, null=True, blank=True, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.page_id} {self.at:%Y-%m-%d}"


class ReleaseSnapshot(models.Model):
    """The facts that a release named when it became public; their shape is told in `news.snapshots`."""

    page = models.OneToOneField("news.ReleasePage", models.CASCADE, related_name="snapshot")
    made_at = models.DateTimeField(default=timezone.now)
    facts = models.JSONField(default=dict)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.page_id} {self.made_at:%Y-%m-%d}"
