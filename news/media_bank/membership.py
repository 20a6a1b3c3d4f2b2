"""Which pictures the media bank holds at this moment: the one rule, whoever asks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.apps import apps
from django.db.models import Model
from wagtail.models import Page

from kasper_site.cms.publish_checks.rules.consents import has_ended
from kasper_site.cms.publish_checks.rules.pictures import is_empty

NEEDED = ("description", "credit", "licence")


@dataclass(frozen=True)
class Held:
    """A picture of the bank, with the words under it on the page that gives it, and since when that page does.

    `language` is that of the words; "" where it goes without saying.
    """

    image: Model
    caption: str
    page: Page
    since: datetime
    language: str = ""


def lacks(image: Model) -> list[str]:
    """The fields of a picture that must say something before the press may have it, and do not."""
    return [name for name in NEEDED if _is_unsaid(name, getattr(image, name))]


def is_in_order(image: Model, today: date | None = None) -> bool:
    """Whether the press may have the picture: described, with maker and licence, on no day after its consent's last."""
    return not lacks(image) and not has_ended(image.consent_until, today)


def pictures(locale_id: int) -> list[Held]:
    """All that the bank holds, each picture once, newest first; captions in that language where there are any.

    Two queries.
    """
    return _each_once((held for held in _given() if is_in_order(held.image)), locale_id)


def find(image_id: int) -> Held | None:
    """One picture of the bank; None where the bank does not hold it now."""
    return next((held for held in _given(image=image_id) if is_in_order(held.image)), None)


def of_release(release: Page) -> list[Held]:
    """What the bank has from a release, in the release's own order, each picture once. One query.

    Nothing of one that stands in a private section: its pictures have no address that anybody could open.
    """
    if getattr(release, "is_restricted", False):
        return []
    rows = release.pictures.select_related("image")
    found = (Held(row.image, row.caption, release, release.public_at) for row in rows)
    return _each_once((held for held in found if is_in_order(held.image)), release.locale_id)


def would_hold(image_ids: Iterable[int]) -> Iterator[Held]:
    """Where the bank holds or would hold pictures if no consent ever ended: for the report of consents."""
    return (held for held in _given(image__in=list(image_ids)) if not lacks(held.image))


def _given(**which) -> list[Held]:
    """What visible pages give to the bank, newest first, whatever state the pictures are in."""
    return sorted([*_of_releases(which), *_of_press_rooms(which)], key=lambda held: held.since, reverse=True)


def _of_releases(which: dict) -> Iterator[Held]:
    visible = apps.get_model("news", "ReleasePage").objects.visible().values("pk")
    rows = _rows("ReleasePicture", visible, which).order_by("-page__public_at", "sort_order")
    return (_held(row, row.page.public_at) for row in rows)


def _of_press_rooms(which: dict) -> Iterator[Held]:
    """A press room has no day: its pictures are as new as they are in the house."""
    visible = apps.get_model("news", "PressRoomPage").objects.visible().values("pk")
    rows = _rows("PressRoomPicture", visible, which).order_by("page", "sort_order")
    return (_held(row, row.image.created_at) for row in rows)


def _rows(model: str, visible, which: dict):
    rows = apps.get_model("news", model).objects.filter(page__in=visible, **which)
    return rows.select_related("image", "page__locale")


def _held(row: Model, since: datetime) -> Held:
    return Held(row.image, row.caption, row.page, since, row.page.locale.language_code)


def _each_once(found: Iterable[Held], locale_id: int) -> list[Held]:
    """Each picture where it came last; with its caption in the language asked for, if it has one."""
    newest, own = {}, {}
    for held in found:
        newest.setdefault(held.image.pk, held)
        if held.page.locale_id == locale_id:
            own.setdefault(held.image.pk, held)
    return [own.get(pk, held) for pk, held in newest.items()]


def _is_unsaid(name: str, words: str) -> bool:
    return is_empty(words) if name == "description" else not words.strip()
