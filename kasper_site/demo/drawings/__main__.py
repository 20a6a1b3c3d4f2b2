"""Renders the drawings: ``python -m kasper_site.demo.drawings [key ...]`` (``static`` for the marks)."""

import base64
import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

from . import indoors, marks, outdoors, plants

IMAGES = Path(__file__).resolve().parents[1] / "images"
STATIC = Path(__file__).resolve().parents[3] / "static" / "img"
RENDERINGS = Path(__file__).resolve().parents[3] / "news" / "renderings"
CHROMIUM = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--dump-dom")
QUALITIES = [0.86, 0.82, 0.78, 0.74, 0.7, 0.65, 0.6]
MAX_BYTES = 190_000

# Those of the media bank are for print: their longer side has 2400 points.
PICTURES = {
    "dandelion-meadow": (outdoors.dandelion_meadow, (2400, 1350)),
    "seed-in-wind": (outdoors.seed_in_wind, (2000, 1000)),
    "dandelion-stages": (plants.dandelion_stages, (2400, 1200)),
    "kitchen-table": (indoors.kitchen_table, (2400, 1600)),
    "phone-on-table": (indoors.phone_on_table, (2400, 1600)),
    "path": (outdoors.winding_path, (1800, 1200)),
    "seed-head": (plants.seed_head_portrait, (1200, 1600)),
    "open-door": (outdoors.open_door, (1800, 2400)),
    "dandelion-bud": (plants.dandelion_bud, (1200, 1200)),
    "dandelion-flower": (plants.dandelion_flower, (1200, 1200)),
    "coffee-cups": (indoors.coffee_cups, (600, 400)),
}

PAGE = """<!doctype html><title>render</title><pre id="out"></pre><script>
const picture = new Image();
picture.onload = () => {
  const canvas = document.createElement("canvas");
  canvas.width = %d; canvas.height = %d;
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  let url = "";
  for (const quality of %s) {
    url = canvas.toDataURL("%s", quality);
    if (url.length * 0.75 < %d) break;
  }
  document.getElementById("out").textContent = url;
};
picture.src = "data:image/svg+xml;base64,%s";
</script>"""


def render(svg, size, kind="image/jpeg"):
    """The bytes of an SVG drawn at ``size``; JPEG at the best quality that stays under ``MAX_BYTES``."""
    page = PAGE % (*size, QUALITIES, kind, MAX_BYTES, base64.b64encode(svg.encode()).decode())
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        command = [*CHROMIUM, file.as_uri()]
        shown = subprocess.run(command, capture_output=True, text=True, check=True, timeout=180)  # noqa: S603
    found = re.search(r"data:image/\w+;base64,([A-Za-z0-9+/=]+)</pre>", shown.stdout)
    if not found:
        raise RuntimeError("Chromium drew nothing: is the SVG well-formed?")
    return base64.b64decode(found[1])


def icon_file(png, size):
    """An ``.ico`` that holds one PNG (ICO: 6 bytes of header, 16 bytes of entry, the image)."""
    return struct.pack("<HHHBBBBHHII", 0, 1, 1, size, size, 0, 0, 1, 32, len(png), 22) + png


def save(target, data):
    """Writes one file and tells its size."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    sys.stdout.write(f"{target.name} {len(data)} bytes\n")


def draw_static():
    """Writes the templates' own graphics: wordmark, icons, ornament, share pictures."""
    for name, text in (("wordmark", marks.wordmark()), ("favicon", marks.favicon()), ("seed", marks.seed_ornament())):
        save(STATIC / f"{name}.svg", f"{text}\n".encode())
    save(STATIC / "favicon.ico", icon_file(render(marks.favicon(), (32, 32), "image/png"), 32))
    save(STATIC / "apple-touch-icon.png", render(marks.favicon(corner=0), (180, 180), "image/png"))
    save(STATIC / "card.png", render(marks.share_card(), (1200, 630), "image/png"))
    save(RENDERINGS / "card-ground.png", render(marks.release_card(), (1200, 630), "image/png"))


def main(keys):
    """Draws the pictures named in ``keys``, or everything."""
    for key, (draw, size) in PICTURES.items():
        if not keys or key in keys:
            save(IMAGES / f"{key}.jpg", render(draw(), size))
    if not keys or "static" in keys:
        draw_static()


if __name__ == "__main__":
    main(sys.argv[1:])
