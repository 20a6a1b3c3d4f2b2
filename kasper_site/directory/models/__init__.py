"""Facts, each kept once: people, services, places and their hours. None has drafts: what is saved holds at once."""

from kasper_site.directory.models.banner import Banner, Severity
from kasper_site.directory.models.event_changes import EventChange
from kasper_site.directory.models.events import Event
from kasper_site.directory.models.help_points import Place, Service
from kasper_site.directory.models.opening import HoursException, WeeklyHours
from kasper_site.directory.models.outside import OutsideHelpline, OutsideHours
from kasper_site.directory.models.people import Person

__all__ = [
    "Banner",
    "Event",
    "EventChange",
    "HoursException",
    "OutsideHelpline",
    "OutsideHours",
    "Person",
    "Place",
    "Service",
    "Severity",
    "WeeklyHours",
]
