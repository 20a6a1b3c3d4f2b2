"""How a moment and a value read in a message or a history."""

from datetime import date, datetime, time

from django.db import models
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from kasper_site.cms.wording import clock, date_words

LIMIT = 300


def moment_words(moment: datetime) -> str:
    """A day and a time of day: 2.8.2023 klo 12.31."""
    local = timezone.localtime(moment)
    # Translators: a day and a time of day
    return _("%(day)s at %(time)s") % {"day": date_words(local), "time": clock(local.time())}


def value_words(instance: models.Model, name: str) -> str:
    """The value of a field as an editor would say it; "" for none."""
    field = instance._meta.get_field(name)
    value = getattr(instance, name)
    if field.choices:
        return str(getattr(instance, f"get_{name}_display")())
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return moment_words(value)
    if isinstance(value, date):
        return date_words(value)
    if isinstance(value, time):
        return clock(value)
    if isinstance(value, StreamValue):
        return " · ".join(str(words) for words in value.stream_block.get_searchable_content(value))
    return " ".join(strip_tags(str(value)).split()) if value not in (None, "") else ""
