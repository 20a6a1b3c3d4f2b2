"""Documents have no moment of publishing: whenever one is saved or deleted, the index follows after the commit."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from kasper_site.cms.models import SiteDocument
from search import indexing


@receiver(post_save, sender=SiteDocument)
def on_saved(sender, instance, **kwargs):
    """Index the document as it has been saved, with the text of its pages."""
    transaction.on_commit(lambda: indexing.refresh_document(instance), robust=True)


@receiver(post_delete, sender=SiteDocument)
def on_deleted(sender, instance, **kwargs):
    """Take the document's entries out."""
    pk = instance.pk  # the instance loses it
    transaction.on_commit(lambda: indexing.forget_document(pk), robust=True)
