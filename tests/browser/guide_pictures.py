"""The guide's pictures: what is pressed next framed in yellow, small files, kept in docs/opas."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "opas"
MOST_BYTES = 60_000
ROOM = 16

MARK = "node => { node.style.outline = '4px solid #e2a400'; node.style.outlineOffset = '4px'; }"
UNMARK = "node => { node.style.outline = ''; node.style.outlineOffset = ''; }"


def around(part: Locator) -> dict[str, float]:
    """A part of the screen with a little room about it."""
    part.scroll_into_view_if_needed()
    box = part.bounding_box()
    return {
        "x": max(box["x"] - ROOM, 0),
        "y": max(box["y"] - ROOM, 0),
        "width": box["width"] + 2 * ROOM,
        "height": box["height"] + 2 * ROOM,
    }


def keep_picture(name: str, shot: bytes) -> None:
    """Save a screenshot for the guide, small enough for a slow connection."""
    PICTURES.mkdir(exist_ok=True)
    image = Image.open(BytesIO(shot)).convert("RGB")
    for quality in (85, 75, 65, 50, 40):
        buffer = BytesIO()
        image.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() <= MOST_BYTES:
            break
    (PICTURES / f"{name}.webp").write_bytes(buffer.getvalue())
