"""A changed issue and a new audit are public at once, in the statement."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from kasper_site.accessibility.models import AuditRun, KnownIssue
from kasper_site.delivery import published


@receiver([post_save, post_delete])
def on_changed(sender, instance, raw=False, **kwargs):
    """Tell those who keep copies of pages."""
    if not raw and sender in (AuditRun, KnownIssue):
        published.announce(instance)
