"""What the report of consents says of pictures that the bank has, or has lost."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from kasper_site.cms.publish_checks.rules.consents import has_ended
from kasper_site.cms.wording import date_words
from news.media_bank import membership


def notes(images: Iterable, today: date) -> dict[int, str]:
    """A line for each of the pictures that visible pages give to the bank; registered with `cms.consents`."""
    titles: dict[int, list[str]] = {}
    found = {}
    for held in membership.would_hold(image.pk for image in images):
        found[held.image.pk] = held.image
        titles.setdefault(held.image.pk, []).append(held.page.title)
    return {pk: _words(image, titles[pk], today) for pk, image in found.items()}


def _words(image, titles: list[str], today: date) -> str:
    values = {"pages": ", ".join(dict.fromkeys(titles)), "date": date_words(image.consent_until)}
    if has_ended(image.consent_until, today):
        # Translators: %(pages)s are titles of releases or press rooms, with commas between
        return _("Withdrawn from the media bank by itself. It was there from: %(pages)s") % values
    # Translators: %(pages)s are titles of releases or press rooms, with commas between
    return _("In the media bank until %(date)s, from: %(pages)s") % values
