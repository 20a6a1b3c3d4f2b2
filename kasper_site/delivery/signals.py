"""The one receiver module for Wagtail's signals: whatever changes what visitors see ends in `published.announce`."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from kasper_site.delivery import published


@receiver(page_published)
def on_published(sender, instance, **kwargs):
    """Announce a published page; Wagtail sends the signal for merely scheduled pages too, so `live` decides."""
    if instance.live:
        published.announce(instance)


@receiver([page_unpublished, page_slug_changed, post_page_move])
def on_changed(sender, instance, **kwargs):
    """Announce a page that went away or moved."""
    published.announce(instance)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def on_restricted(sender, instance, **kwargs):
    """Announce the page whose privacy changed."""
    published.announce(instance.page)
