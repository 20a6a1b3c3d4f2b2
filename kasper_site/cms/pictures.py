"""Which sizes of a picture a place on a page needs: one list, so that editors choose pictures and nothing else.

A preset's sizes are tried against the original, because a rendition is never larger than it; AVIF, WebP and JPEG
are made of each. Crops keep the picture's focal point (Wagtail's `fill`).
"""

from dataclasses import dataclass

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
