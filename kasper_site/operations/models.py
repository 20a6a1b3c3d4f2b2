"""What the scheduler remembers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SchedulerBeat(models.Model):
    """The last run of one scheduled job; shows a watcher that the scheduler lives and what failed."""

    name = models.CharField(_("job"), max_length=200, unique=True)
    last_run_at = models.DateTimeField(_("last run"), null=True, blank=True)
    last_error = models.TextField(_("last error"), blank=True)

    class Meta:
        verbose_name = _("scheduled job")
        verbose_name_plural = _("scheduled jobs")
        ordering = ["name"]

    def __str__(self):
        return self.name
