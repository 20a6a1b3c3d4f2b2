"""A press room, and releases that give pictures to the media bank."""

from io import BytesIO

import pytest
from django.core.cache import caches
from django.core.files.base import ContentFile
from PIL import Image

from news.models import PressRoomPicture, ReleasePicture
from tests import factories

LICENCE = "CC BY 4.0"


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    """A folder of its own for each test; what is remembered of pictures belonged to another's."""
    settings.MEDIA_ROOT = tmp_path
    for cache in caches.all():
        cache.clear()


def jpeg(color: str = "#e2a400", size: tuple[int, int] = (480, 288)) -> ContentFile:
    buffer = BytesIO()
    Image.new("RGB", size, color).save(buffer, "JPEG")
    return ContentFile(buffer.getvalue(), name="IMG_2034.JPG")


def image(title: str = "Voikukka", **fields):
    """A picture that the press may have."""
    return factories.make_image(**{"title": title, "licence": LICENCE, "file": jpeg(), **fields})


def add(page, *images, caption: str = "Kuvateksti"):
    """Pictures of a release or a press room."""
    model = {"ReleasePage": ReleasePicture, "PressRoomPage": PressRoomPicture}[type(page).__name__]
    for number, one in enumerate(images, start=page.pictures.count()):
        model.objects.create(page=page, image=one, caption=caption, sort_order=number)


@pytest.fixture
def home():
    return factories.make_site()


@pytest.fixture
def room(home):
    return factories.make_page("news.PressRoomPage", home, title="Medialle", slug="medialle")


@pytest.fixture
def release(home):
    return factories.make_page(
        "news.ReleasePage", factories.place_for("news.ReleasePage"), title="Uusi palvelu", slug="uusi-palvelu"
    )
