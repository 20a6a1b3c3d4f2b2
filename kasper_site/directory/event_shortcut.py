"""The way from the desk to the form of a new event."""

from django.urls import reverse
from django.utils.translation import gettext as _

from kasper_site.cms.desk.shortcuts import Shortcut
from kasper_site.directory.models import Event


def new_event(user) -> Shortcut | None:
    """For who may add events."""
    if not user.has_perm("directory.add_event"):
        return None
    return Shortcut(_("New event"), "calendar-alt", reverse(Event.snippet_viewset.get_url_name("add")), 210)
