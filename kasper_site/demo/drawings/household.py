"""Things of a kitchen, each drawn in hundredths of its size."""

import math

from .colors import (
    COFFEE,
    GOLD,
    GOLD_LIGHT,
    GREEN,
    LEAF,
    PINE,
    SAGE_PALE,
    SHADE,
    TEAL,
    TEAL_MID,
    TEAL_SOFT,
    WHITE,
    WOOD_LIGHT,
)
from .dandelion import flower, leaf, stem
from .land import Ridge, birch, forest, meadow_dots, sun
from .seeds import seed_head
from .svg import circle, el, ellipse, group, line, path, place, rect, ribbon

BOUQUET = ((-62, 150, 27), (56, 158, 28), (-22, 188, 30), (24, 200, 27), (2, 146, 29))


def steam(x, y, height, opacity=0.75):
    """Two soft threads of steam above a cup, thinner as they rise."""
    text = ""
    for dx, tall, turn in ((-10, 100, 1), (12, 74, -1)):
        left, right = [], []
        for t in (step / 14 for step in range(15)):
            middle = dx + math.sin(t * 5.2) * 7.5 * turn * (0.5 + t)
            half = 3.4 * math.sin(math.pi * min(1, t * 0.9 + 0.1)) ** 0.7
            left.append((middle - half, -tall * t))
            right.append((middle + half, -tall * t))
        text += path(ribbon(left, right), WHITE, opacity=opacity)
    return place(x, y, height, text)


def cup(x, y, size, fill, band, flip=1):
    """A coffee cup on its saucer from the side; ``x, y`` is the middle of its foot."""
    saucer = ellipse(0, 3, 86, 15, SHADE, opacity=0.12) + ellipse(0, 0, 80, 13, fill)
    saucer += ellipse(0, -1.5, 60, 8.5, band, opacity=0.35)
    body = line("M42 -62C86 -72 80 -20 36 -24", fill, 10)
    body += path("M-50 -78C-50 -30 -36 -2 -20 0H20C36 -2 50 -30 50 -78Z", fill)
    body += line("M-48.7 -56Q0 -44 48.7 -56", band, 4.5)
    rim = ellipse(0, -78, 50, 11.5, fill) + ellipse(0, -78, 45, 9.2, band, opacity=0.3)
    return place(x, y, size, saucer + body + rim + ellipse(0, -75.5, 41, 6.6, COFFEE), flip=flip)


def cup_above(x, y, r, fill, handle):
    """A cup of coffee on its saucer from straight above."""
    saucer = circle(16, 20, 150, SHADE, opacity=0.13) + circle(0, 0, 150, fill) + circle(0, 0, 108, SHADE, opacity=0.05)
    grip = group(line("M85 0H142", "#e2d6c0", 26) + line("M85 0H140", WHITE, 20), transform=f"rotate({handle})")
    body = circle(0, 0, 100, WHITE) + circle(0, 0, 86, "#e2d6c0")
    coffee = circle(2, 3, 80, COFFEE) + circle(-2, -2, 72, "#6d4830")
    return place(
        x, y, r, saucer + grip + body + coffee + line("M-50 -12A52 52 0 0 1 20 -48", "#b98d66", 6, opacity=0.8)
    )


def coffee_pot(x, y, size):
    """An enamel coffee pot; ``x, y`` is the middle of its foot."""
    handle = ellipse(0, 0, 50, 9, SHADE, opacity=0.15) + line("M28 -86C78 -95 74 -30 38 -28", TEAL, 7.5)
    body = path("M-32 -30C-56 -40 -52 -74 -72 -84L-60 -90C-42 -82 -42 -64 -28 -62Z", TEAL)
    body += path("M-26 -98H26L42 -4Q0 5 -42 -4Z", TEAL) + line("M-17 -88L-28 -16", TEAL_MID, 4.5, opacity=0.8)
    return place(
        x, y, size, handle + body + path("M-29 -97C-24 -114 24 -114 29 -97Z", TEAL_MID) + circle(0, -113, 5, TEAL)
    )


def bun(x, y, size):
    """A cardamom bun: a soft round with a twist and sugar."""
    body = path("M-100 0C-100 -95 100 -95 100 0Q0 16 -100 0Z", "#c98f4e")
    twist = line("M-62 -22Q-10 -72 55 -36M-30 -10Q20 -44 70 -14", "#a56f36", 9)
    sugar = "".join(circle(dx, -dy, 4.5, WHITE) for dx, dy in ((-30, 50), (5, 58), (35, 46), (-8, 36), (50, 27)))
    return place(x, y, size, body + twist + sugar)


def chair_back(x, y, size, fill):
    """The back of a kitchen chair seen across the table; ``y`` is the table's edge."""
    spindles = "".join(rect(dx, -92, 4, 92, fill) for dx in (-26, -10, 6, 22))
    posts = rect(-50, -115, 10, 115, fill, rx=5) + rect(40, -115, 10, 115, fill, rx=5)
    return place(x, y, size, spindles + posts + path("M-47 -102Q0 -116 47 -102V-82Q0 -95 -47 -82Z", fill))


def jar_of_dandelions(rng, x, y, size):
    """A glass jar with five dandelions; ``x, y`` is the middle of its foot."""
    text = ellipse(0, 0, 42, 7, SHADE, opacity=0.12)
    text += "".join(stem((-dx * 0.22, -10), (dx * 0.2, -90), (dx, -dy), 5.5, "#7fa77c") for dx, dy, _ in BOUQUET)
    text += leaf((10, -60), (50, -120), (92, -116), 11, LEAF) + leaf((-10, -60), (-50, -110), (-88, -98), 10, PINE)
    text += "".join(flower(rng, dx, -dy, r, 0.68) for dx, dy, r in BOUQUET)
    text += path("M-30 -92C-42 -80 -38 -20 -34 0H34C38 -20 42 -80 30 -92Z", "#e8f2ef", opacity=0.45)
    text += path("M-38.5 -56C-39 -30 -36 -10 -34 0H34C36 -10 39 -30 38.5 -56Z", TEAL_SOFT, opacity=0.5)
    return place(x, y, size, text + line("M-25 -80V-15", WHITE, 4, opacity=0.7))


def window_view(rng, x, y, w, h):
    """A window with what it shows: sky, sun, hills, a birch, flowers (the picture holds ``sky`` and ``GLOW``)."""
    far = Ridge(w, *(h * part for part in (0.66, 0.6, 0.64, 0.56, 0.6)))
    middle = Ridge(w, *(h * part for part in (0.76, 0.74, 0.78, 0.72, 0.74)))
    near = Ridge(w, *(h * part for part in (0.88, 0.86, 0.9, 0.87, 0.85)))
    view = rect(0, 0, w, h, "url(#sky)") + sun(w * 0.3, h * 0.42, w * 0.06) + far.hill("#a9c8c2")
    view += forest(rng, (0, w), far, h * 0.1, 26, "#8fb5ad") + middle.hill("#a5c08f")
    view += birch(rng, w * 0.8, h * 0.86, h * 0.66) + near.hill("#7aa878")
    view += meadow_dots(rng, (0, w), near, h * 0.1, 46, w * 0.011)
    view += rect(w / 2 - 9, 0, 18, h, WHITE) + rect(0, h * 0.4 - 7, w, 14, WHITE)
    pane = el("svg", view, x=x, y=y, width=w, height=h, viewBox=f"0 0 {w} {h}")
    return rect(x - 26, y - 26, w + 52, h + 52, WHITE) + pane + rect(x - 48, y + h + 20, w + 96, 26, "#f7f0e2", rx=4)


def phone(x, y, size, turn):
    """A telephone lying on a table, a quiet call waiting on its screen (the picture holds ``screen``)."""
    body = rect(-47, -95, 100, 200, SHADE, rx=14, opacity=0.16) + rect(-50, -100, 100, 200, "#12333c", rx=13)
    screen = rect(-45, -95, 90, 190, "url(#screen)", rx=9) + rect(-12, -90, 24, 5, "#12333c", rx=2.5)
    flower_ = line("M0 -25Q3 10 0 22", SAGE_PALE, 2.2) + seed_head(0, -30, 30, 70, 9, width=0.42)
    handset = line("M-62 -42Q-50 50 42 62", WHITE, 34) + line("M-62 -50L-36 -28M50 62L28 36", WHITE, 40)
    return place(x, y, size, body + screen + flower_ + circle(0, 58, 19, GREEN) + place(0, 58, 10, handset), turn)


def notebook(x, y, turn):
    """An open notebook with a pencil on it."""
    cover = rect(-250, -318, 520, 680, SHADE, rx=16, opacity=0.14) + rect(-270, -340, 520, 680, TEAL_MID, rx=14)
    page = rect(-246, -326, 490, 652, WHITE, rx=8) + rect(-270, -340, 46, 680, TEAL, rx=14)
    rules = "".join(rect(-180, -230 + 62 * row, 370 if row % 3 else 300, 4, "#c8d9d5", rx=2) for row in range(9))
    pencil = rect(-8, -6, 470, 26, SHADE, opacity=0.12) + rect(0, -13, 400, 26, GOLD_LIGHT) + rect(0, -4, 400, 8, GOLD)
    pencil += path("M400 -13L452 0L400 13Z", WOOD_LIGHT) + path("M436 -4L452 0L436 4Z", "#22302f")
    pencil += rect(-34, -13, 34, 26, "#d9836a", rx=6)
    return place(x, y, 100, cover + page + rules + place(-150, 190, 100, pencil, -24), turn)


def lying_flower(rng, x, y, r, root, bend):
    """A picked dandelion on the table, with its soft shadow."""
    shade = stem((root[0] + 14, root[1] + 18), (bend[0] + 14, bend[1] + 18), (x + 14, y + 18), r * 0.15, SHADE)
    shadow = group(shade + circle(x + 16, y + 20, r * 0.92, SHADE), opacity=0.12)
    return shadow + stem(root, bend, (x, y), r * 0.15, "#8fb584") + flower(rng, x, y, r)
