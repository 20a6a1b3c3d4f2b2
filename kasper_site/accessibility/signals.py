"""A changed issue and a new audit are public at once, in the statement and on the privacy page."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from kasper_site.accessibility import traces
from kasper_site.accessibility.models import AuditRun, KnownIssue
from kasper_site.delivery import published


@receiver([post_save, post_delete])
def on_changed(sender, instance, raw=False, **kwargs):
    """Tell those who keep copies of pages; what the privacy page reads is written anew."""
    if raw or sender not in (AuditRun, KnownIssue):
        return
    published.announce(instance)
    if sender is AuditRun:
        transaction.on_commit(traces.write, robust=True)
