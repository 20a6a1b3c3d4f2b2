"""A picture's most important spot without a mouse: one of nine parts of it, as Wagtail's focal point."""

from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage
from wagtail.images.rect import Rect

PARTS = 3

# The column and row of each part, from the left and from above.
_PLACES = {
    "middle": (1, 1),
    "top": (1, 0),
    "bottom": (1, 2),
    "left": (0, 1),
    "right": (2, 1),
    "top-left": (0, 0),
    "top-right": (2, 0),
    "bottom-left": (0, 2),
    "bottom-right": (2, 2),
}
CHOICES = [
    ("middle", _("In the middle")),
    ("top", _("In the middle above")),
    ("bottom", _("In the middle below")),
    ("left", _("On the left")),
    ("right", _("On the right")),
    ("top-left", _("On the left above")),
    ("top-right", _("On the right above")),
    ("bottom-left", _("On the left below")),
    ("bottom-right", _("On the right below")),
]


def place(image: AbstractImage, part: str) -> None:
    """Let crops keep that part of the picture in sight; the picture's size must be known."""
    column, row = _PLACES[part]
    width, height = image.width // PARTS, image.height // PARTS
    left, top = column * width, row * height
    image.set_focal_point(Rect(left, top, left + width, top + height))
    # Wagtail's middle of an odd size lies between two points.
    image.focal_point_x, image.focal_point_y = int(image.focal_point_x), int(image.focal_point_y)
