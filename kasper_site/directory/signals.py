"""A changed fact is public at once: announce it, and renew the file that the help bar reads."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from kasper_site.delivery import published
from kasper_site.directory import models
from kasper_site.directory.help_bar import kept

FACTS = (
    models.HoursException,
    models.OutsideHelpline,
    models.OutsideHours,
    models.Person,
    models.Place,
    models.Service,
    models.WeeklyHours,
)


@receiver([post_save, post_delete])
def on_fact_changed(sender, instance, raw=False, **kwargs):
    """Facts have no drafts, so saving one is publishing it."""
    if raw or sender not in FACTS:
        return
    published.announce(instance)
    if sender is not models.Person:
        transaction.on_commit(kept.write, robust=True)
