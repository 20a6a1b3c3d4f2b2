"""Which sizes of a picture a place on a page needs: one list, so that editors choose pictures and nothing else.

A preset's sizes are tried against the original, because a rendition is never larger than it; AVIF, WebP and JPEG
are made of each. Crops keep the picture's focal point (Wagtail's `fill`).
"""

import logging
from dataclasses import dataclass
from functools import lru_cache

from wagtail.images.models import Filter

logger = logging.getLogger(__name__)

FORMATS = ("avif", "webp", "jpeg")


@dataclass(frozen=True)
class Preset:
    """Pixel sizes from small to large (height 0: as the picture is) and how wide it stands on the page."""

    sizes: tuple[tuple[int, int], ...]
    width_on_page: str

    def fitting(self, width: int, height: int) -> list[tuple[int, int]]:
        """The sizes that an original of `width` × `height` can fill; the smallest where it fills none."""
        return [size for size in self.sizes if size[0] <= width and size[1] <= height] or [self.sizes[0]]

    def specs(self, width: int, height: int) -> list[str]:
        """Wagtail filter specs: every size in every format."""
        operations = [f"fill-{w}x{h}" if h else f"width-{w}" for w, h in self.fitting(width, height)]
        return [f"{operation}|format-{name}" for name in FORMATS for operation in operations]


PRESETS = {
    # In running text, as it is.
    "body": Preset(((400, 0), (800, 0), (1200, 0)), "(min-width: 42rem) 38rem, 94vw"),
    # Beside the first words of a front page.
    "hero": Preset(((480, 360), (800, 600), (1200, 900)), "(min-width: 60rem) 26rem, 94vw"),
    # Across a page, low, so that the words below are still on the first screen.
    "wide": Preset(((480, 200), (960, 400), (1440, 600)), "(min-width: 74rem) 70rem, 94vw"),
    # On a card in a listing.
    "card": Preset(((320, 192), (640, 384), (960, 576)), "(min-width: 60rem) 34rem, 94vw"),
}


def renditions(image, specs: list[str]) -> dict:
    """The sizes of the picture by their spec; none where its file is lost, so that the page stands without it."""
    try:
        return image.get_renditions(*(Filter(spec=spec) for spec in specs))
    except OSError as error:  # Wagtail's SourceImageIOError, and what Pillow says of a file that is no picture any more
        _log_lost(image.pk, image.file.name, type(error).__name__)
        return {}


@lru_cache(maxsize=1024)
def _log_lost(key: int, name: str, problem: str) -> None:
    """Once for each picture and process, not on every view of its pages."""
    logger.error("Picture %s is left out of its pages, its file %s cannot be read: %s", key, name, problem)
