"""A changed fact is public at once: announce it, and renew the files that every page reads."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page

from kasper_site.delivery import published
from kasper_site.directory import models
from kasper_site.directory.banners import standing
from kasper_site.directory.help_bar import kept

FACTS = (
    models.Event,
    models.EventChange,
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
    if sender not in (models.Person, models.Event, models.EventChange):
        transaction.on_commit(kept.write, robust=True)


@receiver([post_save, post_delete], sender=models.Banner)
def on_banner_changed(sender, instance, raw=False, **kwargs):
    """A notice has no drafts either, and stands on every page."""
    if not raw:
        published.announce(instance)
        transaction.on_commit(standing.write, robust=True)


@receiver(post_delete, sender=Page)
def on_page_deleted(sender, instance, **kwargs):
    """The place of a deleted page in the tree may go to another page, which is not to get its notice."""
    transaction.on_commit(standing.write, robust=True)
