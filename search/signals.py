"""What nobody announces: documents, which have no moment of publishing, and facts that are deleted while named.

The index follows after the commit.
"""

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver

from kasper_site.cms.models import SiteDocument
from kasper_site.directory import usage
from kasper_site.directory.models import Event, Person, Place, Service
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


@receiver(pre_delete, sender=Person)
@receiver(pre_delete, sender=Place)
@receiver(pre_delete, sender=Service)
def on_fact_deleted(sender, instance, **kwargs):
    """Index anew the pages and events that named it; afterwards nothing tells which they were."""
    pages = usage.stored_pages(instance)
    events = Event.objects.filter(pk__in=list(instance.events.values_list("pk", flat=True)))
    transaction.on_commit(lambda: indexing.refresh_pages(pages), robust=True)
    transaction.on_commit(lambda: indexing.refresh_events(events), robust=True)
