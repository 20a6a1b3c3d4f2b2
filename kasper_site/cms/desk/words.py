"""Small words that the boxes share."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timesince, timezone
from django.utils.translation import gettext as _
from wagtail.models import Page


def ago(moment: datetime | None) -> str:
    """How long ago, in one unit: "3 hours"."""
    now = timezone.now()
    if moment is None or now - moment < timedelta(minutes=1):
        # Translators: stands before the word "ago": saved a moment ago
        return _("a moment")
    return timesince.timesince(moment, now, depth=1)


def language_of(page: Page) -> str:
    """The code of the page's language, "" for the site's own."""
    code = page.locale.language_code
    return "" if code == settings.LANGUAGE_CODE else code
