"""The state of a service or place at any moment, for machines: `manage.py opening_hours` prints it."""

from datetime import UTC, datetime

from django.core.validators import slug_re
from django.utils import timezone

from kasper_site.directory import hours
from kasper_site.directory.models import Place, Service

# The years whose holidays and clock changes are known well enough.
YEARS = range(1970, 2100)


class QuestionError(Exception):
    """There is no such service or place, or no such moment; the message is one line."""


def point_of(slug: str) -> Service | Place:
    """The service or place with that short name; QuestionError where there is none."""
    if not slug_re.match(slug):
        raise QuestionError(f"{slug!a} is no short name: it has small letters, digits and hyphens.")
    for model in (Service, Place):
        if point := model.objects.filter(slug=slug).first():
            return point
    known = sorted([*Service.objects.values_list("slug", flat=True), *Place.objects.values_list("slug", flat=True)])
    raise QuestionError(f"There is no service or place “{slug}”. There are: {', '.join(known) or 'none yet'}.")


def moment_of(text: str | None) -> datetime:
    """A moment in ISO 8601, in Helsinki time where no offset is given; now for None. QuestionError where it is none.

    Of a doubled hour the first is meant; an hour that the clock change skips counts with the offset before it.
    """
    if text is None:
        return timezone.now().astimezone(hours.HELSINKI)
    try:
        moment = datetime.fromisoformat(text)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=hours.HELSINKI)
        # By way of UTC, so that a skipped hour becomes the one that the clock then shows.
        local = aware.astimezone(UTC).astimezone(hours.HELSINKI)
    except (ValueError, OverflowError) as error:
        raise QuestionError(f"“{text}” is no moment. Write it as 2026-11-25T10:30, or with an offset.") from error
    if local.year not in YEARS:
        raise QuestionError(f"“{text}” is out of reach: hours are known from {YEARS[0]} to {YEARS[-1]}.")
    return local


def answer(slug: str, moment: datetime) -> dict:
    """Whether it is open at an aware moment, until when, when it opens next and why; moments in ISO 8601."""
    state = hours.state(point_of(slug).schedule, moment)
    return {
        "slug": slug,
        "at": _iso(moment),
        "open": state.is_open,
        "until": _iso(state.until),
        "next_open": _iso(state.next_open),
        "reason": state.reason.value,
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.astimezone(hours.HELSINKI).isoformat(timespec="seconds") if moment else None
