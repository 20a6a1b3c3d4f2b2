"""What a publication is to bring about, and what came of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Publication(models.Model):
    """One time that a page became visible, or a visible one was changed: the editor's receipt.

    `published_at` says which (the page's `last_published_at`): a second look finds the row and makes no other.
    `public_at` is when visitors could see it, later than the click where the page had to wait for its time.
    """

    page = models.ForeignKey(Page, models.CASCADE, related_name="publications")
    published_at = models.DateTimeField()
    public_at = models.DateTimeField()
    is_first = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["page", "published_at"], name="delivery_publication_once")]

    def __str__(self):
        return f"{self.page_id} {self.published_at.isoformat()}"


class Effect(models.Model):
    """One side effect of a publication, done once. `key` names it for ever: the same effect has the same key."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Under way")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")
        DROPPED = "dropped", _("Left undone")

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="effects")
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=200, unique=True)
    payload = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(db_index=True)
    note = models.TextField(blank=True)  # what came of it, or the last error; shown to editors
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "next_try_at"], name="delivery_effect_due")]

    def __str__(self):
        return self.key
