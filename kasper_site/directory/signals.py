"""A changed fact is public at once: announce it, and renew the file that the error pages read."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import translation

from kasper_site.delivery import lifeline, published
from kasper_site.directory import wording
from kasper_site.directory.models import HoursException, Person, Place, Service, WeeklyHours


def write_lifeline() -> None:
    """Every service with a number, with its weekly hours in words, in Finnish."""
    with translation.override("fi"):
        entries = [
            {
                "name": service.name,
                "phone": service.public_phone,
                "tel": service.tel,
                "hours": wording.hours_lines(service.schedule),
            }
            for service in Service.objects.exclude(phone="").prefetch_related("weekly_hours", "hours_exceptions")
        ]
    lifeline.write(entries)


@receiver([post_save, post_delete])
def on_fact_changed(sender, instance, raw=False, **kwargs):
    """Facts have no drafts, so saving one is publishing it."""
    if raw or sender not in (HoursException, Person, Place, Service, WeeklyHours):
        return
    published.announce(instance)
    if sender in (Service, WeeklyHours):
        transaction.on_commit(write_lifeline, robust=True)
