"""The picture that shared links show (Open Graph, 1200 × 630): kind, day and headline over our meadow."""

import json
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from django.utils import translation
from PIL import Image, ImageDraw, ImageFont

from kasper_site.cms.wording import date_words
from news.renderings.pdf import FONTS

GROUND = Path(__file__).parent / "card-ground.png"  # drawn by kasper_site/demo/drawings
INK, MUTED = "#0f4c5c", "#465552"
LEFT, TOP, WIDTH, BOTTOM = 72, 136, 860, 420  # where the headline may stand
SIZES = range(62, 33, -2)
LINE_HEIGHT = 1.16
CUT = "…"


def words(page) -> str:
    """What the card says, as JSON."""
    with translation.override(page.locale.language_code):
        line = f"{page.kind_label} {date_words(page.public_at)}"
    return json.dumps({"line": line, "headline": page.title}, ensure_ascii=False)


def make(source: str) -> bytes:
    """The card as a PNG."""
    said = json.loads(source)
    image = Image.open(GROUND).convert("RGB")
    draw = ImageDraw.Draw(image)
    draw.text((LEFT, 96), said["line"], font=_font("NunitoSans-Bold", 30), fill=MUTED, anchor="lm")
    size, lines = fitted(said["headline"])
    for number, line in enumerate(lines):
        place = (LEFT, TOP + number * size * LINE_HEIGHT)
        draw.text(place, line, font=_font("Nunito-ExtraBold", size), fill=INK)
    target = BytesIO()
    image.quantize(256, dither=Image.Dither.NONE).save(target, "PNG", optimize=True)
    return target.getvalue()


def fitted(headline: str) -> tuple[int, list[str]]:
    """The largest size at which the headline fits, and its lines; one that is too long for the smallest is cut."""
    for size in SIZES:
        lines = wrapped(headline, size)
        if len(lines) * size * LINE_HEIGHT <= BOTTOM - TOP and all(_width(line, size) <= WIDTH for line in lines):
            return size, lines
    room = int((BOTTOM - TOP) / size / LINE_HEIGHT)
    return size, [*lines[: room - 1], lines[room - 1].rstrip(",.;: ") + CUT] if len(lines) > room else lines


def wrapped(headline: str, size: int) -> list[str]:
    """The headline in lines; a word that is wider than a line is broken where the line ends."""
    lines = [""]
    for word in headline.split():
        joined = f"{lines[-1]} {word}".strip()
        if _width(joined, size) <= WIDTH:
            lines[-1] = joined
        else:
            lines += _pieces(word, size)
    return [line for line in lines if line]


def _pieces(word: str, size: int) -> list[str]:
    """The word, in pieces that fit if it is too long, which only the smallest size is given."""
    if size > SIZES[-1] or _width(word, size) <= WIDTH:
        return [word]
    end = max(end for end in range(1, len(word)) if _width(f"{word[:end]}-", size) <= WIDTH)
    return [f"{word[:end]}-", *_pieces(word[end:], size)]


def _width(line: str, size: int) -> float:
    return _font("Nunito-ExtraBold", size).getlength(line)


@lru_cache(maxsize=64)
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"{name}.ttf", size)
