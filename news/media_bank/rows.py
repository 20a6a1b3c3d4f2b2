"""The bank's pictures as templates show them: small, with their words, and the way to the original."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Model, prefetch_related_objects
from django.utils.translation import gettext as _

from kasper_site.cms.wording import nbsp, number_words, size_words
from news.media_bank import addresses, membership
from news.media_bank.membership import Held

NEWEST = 12
PAGE_SIZE = 24
# A page asks for eight files at the most, and for 100 kB: so many pictures are seen at once, the others by a press.
SEEN_ON_RELEASE, SEEN_IN_PRESS_ROOM, SEEN_IN_LIST = 3, 0, 3


@dataclass(frozen=True)
class Row:
    """A picture with what a journalist must know of it. `url` is "" where no press room is open to serve it.

    `is_seen`: whether it is seen at once.
    """

    image: Model
    caption: str = ""
    language: str = ""
    url: str = ""
    is_seen: bool = True

    @property
    def facts(self) -> str:
        """Form, size in points and in bytes of what is downloaded: "JPG, 2 400 × 1 600 pixels, 180 kB"."""
        width, height = number_words(self.image.width), number_words(self.image.height)
        # Translators: the size of a picture in points, for example "2,400 × 1,600 pixels"
        points = nbsp(_("%(width)s × %(height)s pixels") % {"width": width, "height": height})
        form = addresses.name(self.image).rpartition(".")[2].upper()
        return ", ".join(filter(None, (form, points, size_words(_bytes(self.image)))))


def of_release(release, held: list[Held]) -> list[Row]:
    """A release's own pictures, in its own language; two queries, none where there are no pictures."""
    return _rows(held, addresses.room_url(release.locale_id), SEEN_ON_RELEASE) if held else []


def newest(room) -> dict:
    """What a press room shows: its newest pictures, how many there are, where all of them stand."""
    held = membership.pictures(room.locale_id)
    return {
        "bank_pictures": _rows(held[:NEWEST], room.url, SEEN_IN_PRESS_ROOM),
        "bank_count": len(held),
        "bank_url": f"{room.url}{addresses.FOLDER}/" if held else "",
    }


def everything(room, params) -> dict:
    """All of them, page by page (`sivu`)."""
    page = Paginator(membership.pictures(room.locale_id), PAGE_SIZE).get_page(params.get("sivu"))
    return {"bank_pictures": _rows(page, room.url, SEEN_IN_LIST), "picture_page": page}


def _rows(held: Iterable[Held], room_url: str, seen: int) -> list[Row]:
    held = list(held)
    prefetch_related_objects([one.image for one in held], "renditions")
    return [_row(one, room_url, number < seen) for number, one in enumerate(held)]


def _row(held: Held, room_url: str, is_seen: bool) -> Row:
    url = addresses.original(room_url, held.image) if room_url else ""
    return Row(held.image, held.caption, held.language, url, is_seen)


def _bytes(image: Model) -> int | None:
    """How large the kept file is: what was noted at its upload was measured before it was cleaned."""
    try:
        return image.file.size
    except OSError:
        return None
