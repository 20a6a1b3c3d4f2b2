"""Until when those who are shown in pictures allow their use, and where the pictures are shown."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from kasper_site.cms.models import SiteImage
from kasper_site.cms.publish_checks.rules.consents import has_ended
from kasper_site.cms.wording import date_words

# How long before its last day a consent is asked for anew.
DAYS_AHEAD = 60

Notes = Callable[[list[SiteImage], date], dict[int, str]]
_notes: list[Notes] = []


def register_notes(notes: Notes) -> None:
    """Have the report tell what a section above knows: `notes(pictures, today)` gives a line by a picture's key."""
    if notes not in _notes:
        _notes.append(notes)


@dataclass(frozen=True)
class Consent:
    """A picture whose consent has ended or ends soon, with the pages that hold it."""

    image: SiteImage
    today: date
    pages: list[Page] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def has_ended(self) -> bool:
        """Whether the picture may no longer be shown; it may on the consent's last day."""
        return has_ended(self.image.consent_until, self.today)

    @property
    def words(self) -> str:
        """When it ended or ends."""
        words = _("Ended on %(date)s") if self.has_ended else _("Ends on %(date)s")
        return words % {"date": date_words(self.image.consent_until)}


def ending(pictures: QuerySet | None = None, today: date | None = None) -> list[Consent]:
    """What has ended or ends within sixty days, the longest ended first; three queries for any number of pictures.

    What sections above tell of them costs queries of their own, as many for any number.
    """
    today = today or timezone.localdate()
    pictures = SiteImage.objects.all() if pictures is None else pictures
    until_then = pictures.filter(consent_until__lte=today + timedelta(days=DAYS_AHEAD))
    images = list(until_then.order_by("consent_until", "pk"))
    pages = _pages_with(images)
    told = [notes(images, today) for notes in _notes] if images else []
    lines = {image.pk: [found[image.pk] for found in told if image.pk in found] for image in images}
    return [Consent(image, today, pages.get(image.pk, []), lines[image.pk]) for image in images]


def ending_for(user, today: date | None = None) -> list[Consent]:
    """The same of the pictures that somebody may change: all, one's own, or none."""
    return ending(policy_registry.get_by_type(SiteImage).instances_user_has_permission_for(user, "change"), today)


def summary(consents: list[Consent]) -> str:
    """How many have ended and how many will."""
    ended = sum(consent.has_ended for consent in consents)
    soon = len(consents) - ended
    over = ngettext("%(count)d consent has ended", "%(count)d consents have ended", ended) % {"count": ended}
    coming = ngettext("%(count)d consent ends soon", "%(count)d consents end soon", soon) % {"count": soon}
    return ", ".join(words for words, count in ((over, ended), (coming, soon)) if count)


def _pages_with(images: list[SiteImage]) -> dict[int, list[Page]]:
    """The pages by picture, as Wagtail's reference index knows them: published content, and drafts never published."""
    if not images:
        return {}
    of_images, of_pages = (ContentType.objects.get_for_model(model) for model in (SiteImage, Page))
    references = ReferenceIndex.objects.filter(to_content_type=of_images, base_content_type=of_pages)
    references = references.filter(to_object_id__in=[str(image.pk) for image in images])
    pairs = sorted({(int(image), int(page)) for image, page in references.values_list("to_object_id", "object_id")})
    pages = Page.objects.select_related("locale").in_bulk({page for _image, page in pairs})
    found: dict[int, list[Page]] = {}
    for image, page in pairs:
        if page in pages:
            found.setdefault(image, []).append(pages[page])
    return found
