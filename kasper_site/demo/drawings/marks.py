"""The wordmark, the icons, the ornament and the default picture of shared links."""

import math

from .colors import GOLD, GOLD_LIGHT, GREEN, LEAF, MIST, PAPER, SAGE, TEAL, TEAL_SOFT, WHITE
from .dandelion import standing
from .land import Ridge, grass
from .seeds import parachute, unit
from .svg import circle, dice, el, line, path, picture, point, rect, table

LETTERS = (
    "M92 22V92M134 22 93 62M106 50 138 92"
    "M198 46V92M198 69a23.5 23.5 0 1 1-47 0a23.5 23.5 0 1 1 47 0Z"
    "M250 53C241 43 220 43 220 57C220 73 252 64 252 81C252 96 226 97 216 84"
    "M274 46V116M274 69a23.5 23.5 0 1 1 47 0a23.5 23.5 0 1 1-47 0Z"
    "M340 69H387A23.5 23.5 0 1 0 380 86"
    "M408 46V92M408 68C409 52 420 45 434 48"
)


def small_head(x, y, r, rays, width, color, dot, dot_r):
    """The mark's seed head: straight rays with round golden ends, few enough for an icon."""
    data, dots = "", ""
    for index in range(rays):
        angle = math.tau * (index + 0.5) / rays - math.pi / 2
        start, end = (
            (x + math.cos(angle) * far, y + math.sin(angle) * far) for far in (r * 0.2, r if index % 2 else r * 0.74)
        )
        data += f"M{point(*start)}L{point(*end)}"
        dots += circle(*end, dot_r, dot)
    return line(data, color, width) + dots + circle(x, y, r * 0.13, color)


def wordmark(color="currentColor", **size):
    """The word Kasper in drawn letters after a seed head on its stem; takes the text's colour."""
    head = line("M32 38C30 62 32 80 37 104", color, 4) + small_head(32, 38, 33, 14, 2.6, color, GOLD, 3.6)
    inner = el("title", "Kasper") + head + line(LETTERS, color, 9.5)
    return el("svg", inner, xmlns="http://www.w3.org/2000/svg", viewBox="-6 0 450 124", role="img", **size)


def favicon(corner=14):
    """The seed head on a teal tile, bold enough for 16 pixels."""
    head = line("M32 29Q31 48 34 62", "#8fd3bd", 4) + small_head(32, 27, 21, 8, 3.2, WHITE, GOLD_LIGHT, 4.2)
    return picture(64, 64, rect(0, 0, 64, 64, TEAL, rx=corner), head)


def seed_ornament():
    """One dandelion seed that takes the text's colour: the site's only ornament."""
    hairs = line(parachute(58, 40, unit((0.5, -0.82, 0.28)), 34, 17, 0.86), "currentColor", 1.4)
    fruit = path("M35 72Q34 80 27 86Q28 78 35 72Z", "currentColor")
    return picture(96, 96, hairs, line("M58 40Q44 56 35 72", "currentColor", 1.8), fruit)


def share_card():
    """The default picture of shared links: the wordmark over the meadow."""
    w, h, rng = 1200, 630, dice(31)
    ground = Ridge(w, 505, 490, 500, 515, 505, 480, 470)
    back = rect(0, 0, w, h, PAPER) + circle(1018, 262, 124, TEAL_SOFT)
    back += Ridge(w, 455, 430, 445, 420, 435, 400, 410).hill(MIST)
    back += ground.hill(LEAF) + grass(rng, (0, w), ground, 46, 150, LEAF)
    plants = table("""
        70 110 40 flower -8
        160 70 32 flower 8
        880 90 36 flower -8
        1010 250 92 seeds 8
        1120 130 42 flower 10
        300 46 24 side 4
        760 48 26 flower 6""")
    flowers = "".join(standing(rng, x, ground(x) + 60, tall + 60, *rest, SAGE) for x, tall, *rest in plants)
    near = Ridge(w, 572, 560, 580, 590, 575, 560, 565)
    front = near.hill(GREEN) + grass(rng, (0, w), lambda x: near(x) + 8, 50, 110, GREEN)
    return picture(w, h, back, wordmark(TEAL, x=150, y=150, width=640, height=180), flowers, front)


def release_card():
    """The ground of the cards of releases: room for words above a low meadow, the wordmark in the corner."""
    w, h, rng = 1200, 630, dice(47)
    ground = Ridge(w, 572, 566, 560, 556, 548, 536, 520)
    back = rect(0, 0, w, h, PAPER) + circle(1052, 262, 104, TEAL_SOFT)
    back += Ridge(w, 545, 535, 530, 520, 505, 480, 470).hill(MIST)
    back += ground.hill(LEAF) + grass(rng, (520, w), ground, 40, 90, LEAF)
    plants = table("""
        1046 272 78 seeds 8
        1140 150 36 flower 10
        968 92 28 flower -8
        905 44 20 side 4""")
    flowers = "".join(standing(rng, x, ground(x) + 60, tall + 60, *rest, SAGE) for x, tall, *rest in plants)
    near = Ridge(w, 640, 634, 626, 616, 606, 600, 594)
    front = near.hill(GREEN) + grass(rng, (700, w), lambda x: near(x) + 8, 40, 40, GREEN)
    return picture(w, h, back, flowers, front, wordmark(TEAL, x=64, y=450, width=270, height=75))
