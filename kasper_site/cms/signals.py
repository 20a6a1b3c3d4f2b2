"""A picture has no drafts: a new title, maker or consent is public at once, on every page and file that shows it."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from kasper_site.cms.models import SiteImage
from kasper_site.delivery import published


@receiver([post_save, post_delete], sender=SiteImage)
def on_picture_changed(sender, instance, raw=False, **kwargs):
    """Tell those who keep copies of what it says."""
    if not raw:
        published.announce(instance)
