"""A notice on and off with one press; who did it and when stands in its history."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, log

from kasper_site.cms.safekeeping.words import moment_words
from kasper_site.cms.wording import date_words
from kasper_site.directory.models import Banner

ON, OFF = "kasper.banner_on", "kasper.banner_off"


def end_of(day: date) -> datetime:
    """The midnight at which a day ends, in Helsinki."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def until_words(moment: datetime) -> str:
    """When a notice goes away; midnight is the end of the day before: 2.8.2023 klo 24."""
    local = timezone.localtime(moment)
    if local.time() != time.min:
        return moment_words(moment)
    return _("%(day)s at 24") % {"day": date_words(local - timedelta(hours=1))}


def on(banner: Banner, until: datetime, user) -> None:
    """Show the notice from now until then, or longer if it is on already. ValidationError where `until` is no good."""
    if not banner.is_shown:
        banner.shows_from = timezone.now()
    banner.is_on, banner.shows_until = True, until
    banner.clean()
    with transaction.atomic():
        banner.save(update_fields=["is_on", "shows_from", "shows_until"])
        log(instance=banner, action=ON, user=user, data={"until": until.isoformat()})


def off(banner: Banner, user) -> None:
    """Show it no longer; its texts stay for the next time."""
    banner.is_on = False
    with transaction.atomic():
        banner.save(update_fields=["is_on"])
        log(instance=banner, action=OFF, user=user)


def register_log_actions(actions) -> None:
    """Used as a hook."""
    actions.register_action(ON)(SwitchedOnFormatter)
    actions.register_action(OFF, gettext_lazy("Take the notice off"), gettext_lazy("Taken off the pages"))


class SwitchedOnFormatter(LogFormatter):
    """Tells until when."""

    label = gettext_lazy("Show the notice")

    def format_message(self, log_entry):
        until = log_entry.data.get("until")
        if not until:
            return _("Put on the pages")
        return _("Put on the pages until %(moment)s") % {"moment": until_words(datetime.fromisoformat(until))}
