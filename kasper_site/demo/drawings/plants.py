"""Pictures of the plant itself: its stages, the seed head, the bud, the flower."""

import math

from .colors import GOLD_PALE, GREEN, LEAF, PAPER, PINE, TEAL, TEAL_DARK, TEAL_MID, TEAL_SOFT, WHITE
from .dandelion import bud, flower, flower_side, leaf, petal_ring, rosette, standing_rows, stem
from .land import GLOW, Ridge, forest, grass, sun
from .seeds import seed, seed_head
from .svg import circle, dice, el, ellipse, group, line, linear, picture, radial, rect, smooth

GROUND = 812
STAGES = (
    (215, 640, 128, "#dfe6cf"),
    (560, 520, 158, "#cfdcc0"),
    (955, 400, 196, GOLD_PALE),
    (1385, 340, 214, TEAL_MID),
)
VEIN, EARTH = "#9fc0a0", "#b9a98a"


def root(x, deep):
    """Path data of a root with two side roots."""
    side = f"M{x} {GROUND + 30}q26 20 38 40M{x - 2} {GROUND + 44}q-24 16 -32 48"
    return f"M{x} {GROUND}Q{x - 8} {GROUND + 50} {x + 4} {GROUND + deep}{side}"


def dandelion_stages():
    """Wide plate: bud in its leaves, opening bud, flower, seed head and the seed that flies on."""
    w, h, rng = 2000, 1000, dice(21)
    discs = "".join(circle(x, y, r, fill) for x, y, r, fill in STAGES) + circle(1785, 330, 118, "#c6dad8")
    earth = line(smooth([(70, 818), (500, 809), (1000, 816), (1500, 810), (1930, 816)]), EARTH, 4)
    first = rosette(rng, 215, GROUND, 165, rib=VEIN) + stem((215, GROUND), (214, 772), (216, 720), 11)
    second = stem((560, GROUND), (545, 700), (566, 566), 17) + rosette(rng, 560, GROUND, 175, rib=VEIN)
    third = stem((955, GROUND), (985, 650), (955, 430), 20) + rosette(rng, 955, GROUND, 195, rib=VEIN)
    fourth = stem((1385, GROUND), (1360, 600), (1385, 350), 20) + rosette(rng, 1385, GROUND, 185, rib=VEIN)
    heads = bud(216, GROUND - 130, 34, 0) + bud(566, 500, 60, 0.55) + flower_side(rng, 955, 420, 158)
    heads += seed_head(1385, 340, 178, rays=15, count=130)
    flight = (
        seed(1800, 300, 84, -62, TEAL, 26, 2.0)
        + seed(1690, 150, 44, -40, TEAL_MID)
        + seed(1905, 560, 38, -72, TEAL_MID)
    )
    flight += line(smooth([(1590, 260), (1650, 232), (1690, 236)]), TEAL_SOFT, 3, stroke_dasharray="2 13")
    roots = line(root(215, 90) + root(560, 112) + root(955, 132) + root(1385, 132), EARTH, 5)
    return picture(w, h, rect(0, 0, w, h, PAPER), discs, earth, first, second, third, fourth, heads, flight, roots)


def seed_head_portrait():
    """Portrait: one great seed head over a low sun."""
    w, h, rng = 1200, 1600, dice(2)
    sky = linear("sky", "0 #0d4453, .5 #2f727c, .78 #a5bda6, .88 #f3dba3")
    woods = Ridge(w, 1380, 1350, 1370, 1330, 1350)
    back = (
        el("defs", GLOW + sky) + rect(0, 0, w, h, "url(#sky)") + sun(880, 1290, 84, "#fff3cf") + woods.hill("#5f9288")
    )
    back += forest(rng, (0, w), woods, 90, 34, "#4d837e") + Ridge(w, 1470, 1440, 1450, 1420, 1440).hill("#1d5c5a")
    back += grass(rng, (0, w), 1455, 130, 130, "#1d5c5a")
    head = stem((560, 1640), (500, 1100), (570, 610), 27, "#8ab392")
    head += seed_head(570, 590, 400, count=180, rays=19, width=1.7, gone=lambda x, y, z: x > 0.5 and y < -0.25)
    seeds = seed(960, 250, 84, -50, rays=26, width=1.9) + seed(1080, 470, 56, -35, rays=22) + seed(850, 120, 48, -62)
    small = standing_rows(rng, "900 1600 260 88 flower 26\n250 1610 210 62 bud -20", "#7fae8e")
    return picture(w, h, back, head, seeds, small, grass(rng, (0, w), 1610, 190, 130, "#0c3f47"))


def dandelion_bud():
    """Square: a bud about to open, a second one behind, a drop of dew."""
    w, h = 1200, 1200
    back = el("defs", linear("ground", "0 #e9eedd, 1 #cfdcc0")) + rect(0, 0, w, h, "url(#ground)")
    back += circle(640, 520, 400, "#f6efd9")
    back += leaf((600, 1260), (280, 900), (90, 760), 92, "#aac4a1", "#bfd3b4")
    back += leaf((620, 1260), (900, 900), (1130, 740), 92, "#aac4a1", "#bfd3b4")
    back += leaf((600, 1260), (400, 900), (300, 640), 80, "#9ab893", "#b3caa9")
    back += leaf((640, 1260), (920, 1000), (1010, 640), 76, "#9ab893", "#b3caa9")
    buds = stem((720, 1240), (800, 900), (815, 660), 28, "#8fb08c") + bud(815, 590, 86, 0)
    buds += stem((560, 1240), (500, 900), (520, 600), 46, "#7ea67b") + bud(520, 420, 172, 0.7)
    front = leaf((600, 1260), (800, 1010), (1120, 960), 110, LEAF, VEIN)
    front += leaf((560, 1260), (330, 1060), (60, 1040), 105, PINE, "#86b08f")
    front += leaf((590, 1270), (640, 1130), (800, 1080), 80, GREEN, "#6f9f83")
    dew = ellipse(604, 470, 15, 20, WHITE, opacity=0.75) + ellipse(599, 464, 5, 7, WHITE)
    return picture(w, h, back, buds, front, dew)


def dandelion_flower():
    """Square: one flower from above among its leaves."""
    w, h, rng = 1200, 1200, dice(4)
    leaves = ""
    for index in range(11):
        angle = math.radians(index * 360 / 11 + rng.uniform(-7, 7))
        reach = rng.uniform(520, 600)
        end = (600 + math.cos(angle) * reach, 610 + math.sin(angle) * reach)
        control = (600 + math.cos(angle + 0.18) * reach * 0.6, 610 + math.sin(angle + 0.18) * reach * 0.6)
        leaves += leaf((600, 610), control, end, 70, (GREEN, LEAF, PINE)[index % 3], "#86b08f", lobes=6)
    back = el("defs", radial("ground", "0 #dbe7df, 1 #c3d6cf")) + rect(0, 0, w, h, "url(#ground)")
    shadow = group(petal_ring(dice(7), 618, 634, 325, 44, (TEAL_DARK, TEAL_DARK)), opacity=0.2)
    return picture(w, h, back, leaves, shadow, flower(dice(7), 600, 610, 325, fine=1.35))
