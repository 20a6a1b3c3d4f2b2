"""What the bank's pictures are called and where they answer."""

from pathlib import PurePosixPath

from django.apps import apps
from django.conf import settings
from django.db.models import Case, Model, Q, When
from django.utils.text import slugify

FOLDER = "kuvat"  # below a press room
ORGANISATION = "kasper"
NAMELESS = "kuva"
MOST_DIGITS = 9  # of a picture's number in an address


def name(image: Model) -> str:
    """The file's name in its address: of the picture's title, never of what a camera called it."""
    suffix = PurePosixPath(image.file.name).suffix.lower().replace(".jpeg", ".jpg")
    return f"{slugify(image.title)[:60].strip('-_') or NAMELESS}{suffix}"


def download_name(image: Model) -> str:
    """What the file is called on a reader's own computer: it says whose picture it is."""
    return f"{ORGANISATION}-{name(image)}"


def original(room_url: str, image: Model) -> str:
    """Where the picture is downloaded, below a press room's address."""
    return f"{room_url}{FOLDER}/{image.pk}/{name(image)}"


def asked(components: list[str]) -> int | None:
    """The picture that an address below `kuvat/` asks for; the name after its number is for the reader alone."""
    if len(components) != 2 or "." not in components[1]:
        return None
    number = components[0]
    is_number = number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS
    return int(number) if is_number else None


def room_url(locale_id: int) -> str:
    """The address of the press room in a language, else in the house's own; "" where a visitor may see none."""
    is_own, is_ours = Q(locale_id=locale_id), Q(locale__language_code=settings.LANGUAGE_CODE)
    rooms = apps.get_model("news", "PressRoomPage").objects.visible().filter(is_own | is_ours)
    room = rooms.select_related("locale").order_by(Case(When(is_own, then=0), default=1)).first()
    return room.url if room else ""
