"""Pictures of the open air: the meadow, the wind, the path, the open door."""

import math
from itertools import pairwise

from .colors import GOLD, MEADOW, PAPER, PINE, SHADE, TEAL, TEAL_MID, WHITE, WOOD_DEEP
from .dandelion import bud, flower, rosette, standing, standing_rows, stem
from .household import cup, steam
from .land import GLOW, Ridge, birch, forest, grass, house, meadow_dots, sun
from .seeds import seed, seed_head, seed_rows
from .svg import circle, dice, el, ellipse, group, line, linear, path, picture, rect, ribbon, smooth


def dandelion_meadow():
    """The wide hero: morning light over a lake, a meadow in flower, the cottage far away."""
    w, h, rng = 2400, 1350, dice(11)
    defs = el(
        "defs",
        GLOW
        + linear("sky", "0 #cfe0dd, .55 #f4ecd8, 1 #f8dcae")
        + linear("lake", "0 #f6e3bb, 1 #c3d9d6")
        + linear("far", "0 #b9c98f, 1 #8db187")
        + linear("slope", "0 #8fb584, 1 #5b946f")
        + linear("near", "0 #3d7b5f, 1 #14564a"),
    )
    return picture(w, h, defs, lake_morning(rng, w), meadow_slopes(rng, w), meadow_front(rng, w))


def lake_morning(rng, w):
    """The meadow's far side: sun, forest, lake, the cottage on its shore."""
    far = Ridge(w, 560, 520, 548, 500, 540, 515, 470, 500)
    woods = Ridge(w, 610, 590, 560, 585, 600, 560, 540, 570)
    shore = Ridge(w, 760, 760, 745, 752, 700, 640, 612, 600)
    text = rect(0, 0, w, 760, "url(#sky)") + sun(760, 392, 74) + far.hill("#bcd2cd") + woods.hill("#9dbfb8")
    text += forest(rng, (-20, 2420), woods, 60, 85, "#8db2ab") + rect(0, 640, w, 260, "url(#lake)")
    for index in range(8):
        wide = rng.uniform(40, 130) - index * 4
        text += rect(760 - wide + rng.uniform(-30, 30), 650 + index * 13, wide * 2, 4, WHITE, rx=2, opacity=0.75)
    text += shore.hill("#a9c39c") + forest(rng, (1480, 1840), shore, 150, 16, "#5f958a")
    text += forest(rng, (2130, 2420), shore, 190, 12, "#4f8a80")
    return text + house(1990, 640, 92) + birch(rng, 1868, 668, 190)


def meadow_slopes(rng, w):
    """The meadow's middle: two slopes full of small flowers."""
    meadow = Ridge(w, 800, 770, 790, 760, 740, 770, 740, 700)
    slope = Ridge(w, 930, 960, 930, 900, 925, 900, 860, 850)
    text = meadow.hill("url(#far)", 1390) + meadow_dots(rng, (0, w), meadow, 130, 330, 9, "#efbd3a")
    text += slope.hill("url(#slope)", 1390) + grass(rng, (0, w), slope, 46, 260, "#7aa878")
    return text + meadow_dots(rng, (0, w), slope, 210, 170, 15)


def meadow_front(rng, w):
    """The meadow's near edge: tall dandelions on both sides, open in the middle, a few seeds in the air."""
    front = Ridge(w, 1180, 1150, 1185, 1215, 1220, 1190, 1130, 1090)
    text = ""
    for _ in range(26):
        x = rng.uniform(-20, w + 20)
        kind = rng.choice(["flower", "flower", "side"])
        tall, r, lean = rng.uniform(60, 120), rng.uniform(25, 36), rng.uniform(-18, 18)
        text += standing(rng, x, front(x) - rng.uniform(-30, 70), tall, r, kind, lean)
    text += grass(rng, (0, w), front, 120, 320, "#4d8a68") + front.hill("url(#near)", 1390)
    text += grass(rng, (0, w), lambda x: front(x) + 70, 130, 240, "#2a6a54")
    plants = """
        150 1360 430 96 flower -30
        330 1370 300 80 flower 24
        40 1370 250 70 side -16
        500 1380 190 66 flower 20
        2235 1370 640 150 seeds 20
        2020 1370 440 112 seeds -36
        2370 1380 300 84 flower 10
        2120 1380 220 66 bud 12
        1820 1380 210 70 flower -14
        690 1385 150 46 bud -12
        1590 1390 150 58 side 12
        1130 1390 130 60 flower 8"""
    text += standing_rows(rng, plants, "#86b083") + grass(rng, (0, w), 1350, 170, 150, "#0e4a3f")
    return text + seed_rows("1800 640 46 -60\n1590 500 38 -40\n1330 430 30 -70\n1700 800 34 -50\n1140 300 24 -55", 16)


def seed_in_wind():
    """Wide: a seed head lets its seeds go; one of them flies large through the light."""
    w, h, rng = 2000, 1000, dice(5)
    sky = linear("sky", "0 #f6e2b4, .3 #cddbd0, .65 #5f989e, 1 #2a6b78", 0, 0.7, 1, 0)
    land = linear("land", "0 #3d7b6a, 1 #12504f", 0, 0, 1, 0)
    far = Ridge(w, 720, 690, 715, 680, 700, 660, 690, 670)
    woods = Ridge(w, 790, 800, 770, 790, 760, 780, 750, 770)
    ground = Ridge(w, 850, 835, 860, 890, 905, 890, 870, 880)
    back = el("defs", GLOW + sky + land) + rect(0, 0, w, h, "url(#sky)") + sun(175, 560, 92) + far.hill("#5b9296")
    back += woods.hill("#3d7c80") + forest(rng, (900, 2020), woods, 90, 40, "#357479")
    back += ground.hill("url(#land)") + grass(rng, (0, w), ground, 90, 210, "#2c6f66")
    return picture(w, h, back, wind(), letting_go(rng), grass(rng, (0, w), 1000, 130, 120, "#0d444a"))


def wind():
    """Thin lines of wind and the seeds that it carries."""
    text = ""
    for x, y, length in ((620, 330, 420), (880, 610, 520), (1080, 200, 360), (1380, 760, 380), (1560, 420, 300)):
        points = [(x + length * t / 4, y + math.sin(t * 1.5 + x) * 16 - t * 12) for t in range(5)]
        text += line(smooth(points), WHITE, 3, opacity=0.22)
    flights = """
        770 420 58 -38
        830 290 50 -62
        930 510 54 -30
        1010 360 46 -70
        1130 250 42 -48
        1180 560 44 -25
        1790 190 44 -60
        1700 640 38 -40
        1880 420 32 -66
        1330 150 34 -50
        1550 120 26 -42"""
    return text + seed_rows(flights) + seed(1440, 400, 150, -52, rays=34, width=2.4)


def letting_go(rng):
    """The half-empty seed head with a flower and a bud beside it."""
    head = seed_head(512, 450, 190, rays=14, gone=lambda x, y, z: x * 0.9 - y * 0.5 + z * 0.12 > 0.42)
    text = stem((330, 1020), (360, 700), (512, 450), 17, "#7fae8e") + head
    text += stem((210, 1020), (200, 860), (150, 770), 12, "#6fa083") + flower(rng, 150, 765, 58, 0.62)
    return text + stem((520, 1020), (540, 930), (585, 880), 11, "#6fa083") + bud(585, 858, 32, 0.3)


LEFT_EDGE = ((1086, 528), (1060, 575), (905, 640), (800, 716), (880, 800), (930, 900), (720, 1040), (520, 1240))
RIGHT_EDGE = ((1104, 528), (1100, 580), (985, 655), (925, 722), (1075, 800), (1180, 905), (1090, 1060), (980, 1240))


def winding_path():
    """3:2: a path through dandelions to a lit cottage over the hill."""
    w, h, rng = 1800, 1200, dice(14)
    sky = linear("sky", "0 #d0e1de, .6 #f7eed9, 1 #f8dcae")
    green = linear("green", "0 #b3c78f, .5 #82ad7e, 1 #4f8c6a")
    crest = Ridge(w, 560, 540, 520, 500, 520, 545, 530, 500)
    back = el("defs", GLOW + sky + green + linear("way", "0 #fbf1d8, 1 #ecd9b2"))
    back += rect(0, 0, w, h, "url(#sky)") + sun(640, 300, 72)
    back += Ridge(w, 470, 430, 460, 420, 440, 400, 430, 400).hill("#bdd3cd")
    back += Ridge(w, 510, 490, 500, 460, 480, 470, 450, 470).hill("#9fc0b7")
    back += forest(rng, (-20, 760), crest, 120, 26, "#76a59a") + forest(rng, (1330, 1820), crest, 170, 18, "#639788")
    back += house(1080, 532, 150) + birch(rng, 1240, 556, 290) + crest.hill("url(#green)", 1240)
    back += meadow_dots(rng, (0, w), lambda x: crest(x) + 16, 150, 260, 9, "#efbd3a")
    return picture(w, h, back, gravel(rng), beside_path(rng), path_front(rng))


def gravel(rng):
    """The path itself with its small stones."""
    text = path(ribbon(LEFT_EDGE, RIGHT_EDGE), "url(#way)")
    for _ in range(60):
        t, mix = rng.random(), rng.uniform(0.15, 0.85)
        left, right = LEFT_EDGE[min(5, 1 + int(t * 5))], RIGHT_EDGE[min(5, 1 + int(t * 5))]
        x, y = (a * mix + b * (1 - mix) for a, b in zip(left, right, strict=True))
        text += ellipse(
            x + rng.uniform(-8, 8), y + rng.uniform(-30, 30), 3 + t * 7, 1.6 + t * 3, "#d9c294", opacity=0.8
        )
    return text


def beside_path(rng):
    """Flowers along both edges of the path, growing towards the viewer."""
    text = meadow_dots(rng, (0, 700), lambda x: 720 + abs(x - 350) * 0.06, 200, 60, 13)
    text += meadow_dots(rng, (1190, 1830), lambda x: 720, 220, 60, 13)
    places = []
    for edge, side in ((LEFT_EDGE, -1), (RIGHT_EDGE, 1)):
        for start, end in pairwise(edge[2:]):
            for t in (rng.random() for _ in range(3)):
                x, y = (a + (b - a) * t for a, b in zip(start, end, strict=True))
                near = (y - 560) / 640
                x += side * ((10 + 42 * near) * 1.5 + rng.uniform(0, 130) * near)
                if y < 1130 and all(math.hypot(x - px, y - py) > 21 + 88 * near for py, px, _ in places):
                    places.append((y, x, 10 + 42 * near))
    for y, x, r in sorted(places):
        text += grass(rng, (x - r * 2, x + r * 2), y + 4, r * 2.2, 9, "#4f8c6a")
        kind = rng.choice(["flower", "flower", "flower", "side"])
        text += standing(rng, x, y, r * rng.uniform(1.6, 2.8), r, kind, rng.uniform(-8, 8))
    return text


def path_front(rng):
    """Grass and tall dandelions nearest to the viewer, seeds in the air."""
    text = grass(rng, (-20, 500), 1210, 170, 90, "#25664f") + grass(rng, (1060, 1820), 1215, 170, 120, "#25664f")
    plants = """
        110 1230 380 92 flower -16
        270 1235 250 80 flower 18
        1690 1230 470 120 seeds 14
        1520 1235 300 88 flower -20
        1370 1240 190 60 bud 12
        400 1240 150 48 bud 12
        1230 1240 140 58 flower 10"""
    return text + standing_rows(rng, plants) + seed_rows("1500 560 46 -120\n1370 400 34 -115\n1610 440 30 -110", 16)


def open_door():
    """Portrait: a door ajar, two cups inside, light on the steps."""
    w, h, rng = 1200, 1600, dice(17)
    defs = linear("light", "0 #fff4d0, 1 #f9d88f") + linear("spill", "0 #fdeab6 .95, 1 #fdeab6 .05")
    wall = rect(0, 0, w, h, "url(#wall)") + "".join(
        rect(x, 0, 3, 1330, "#0d4350", opacity=0.35) for x in range(40, w, 92)
    )
    lamp = circle(1030, 505, 150, "#fdeab6", opacity=0.16) + circle(1030, 505, 84, "#fdeab6", opacity=0.22)
    lamp += path("M1010 430H1050L1066 470H994Z", PAPER) + rect(1004, 470, 52, 70, "#fdeab6", rx=6)
    lamp += rect(996, 538, 68, 10, PAPER)
    defs = el("defs", defs + linear("wall", "0 #2f6f7a, 1 #0f4c5c"))
    return picture(w, h, defs, wall, doorway(), doorsteps(w), lamp, by_the_wall(rng))


def doorway():
    """The door frame, the lit room with two cups on a table, the yellow door."""
    room = rect(330, 250, 560, 1090, PAPER) + rect(300, 214, 620, 50, PAPER, rx=4)
    room += rect(372, 300, 476, 1040, "url(#light)") + rect(372, 1210, 476, 130, "#eccb8b")
    room += path("M372 1210H520V1292L372 1340Z", "#d9b06a") + ellipse(684, 1226, 160, 20, SHADE, opacity=0.14)
    table = rect(556, 1008, 262, 18, WOOD_DEEP, rx=5) + rect(580, 1022, 15, 205, WOOD_DEEP)
    table += rect(779, 1022, 15, 205, WOOD_DEEP) + steam(626, 950, 66, 0.9) + steam(748, 950, 66, 0.9)
    table += cup(626, 1006, 62, WHITE, TEAL, -1) + cup(748, 1006, 62, TEAL_MID, "#d3e2de")
    panels = "M396 372L496 398V700L396 686ZM396 760L496 768V1244L396 1272Z"
    door = path("M372 300L520 344V1292L372 1340Z", GOLD) + path(panels, "#c98a00", opacity=0.35)
    return room + table + door + path("M412 396L482 414V640L412 628Z", "#fdf0c8") + circle(500, 850, 12, WOOD_DEEP)


def doorsteps(w):
    """Two steps, the yard, and the light that falls on them."""
    yard = rect(0, 1340, w, 280, "#c9b88f") + rect(240, 1340, 720, 80, "#dccdb0") + rect(170, 1420, 860, 100, "#cfbf9f")
    edges = rect(240, 1340, 720, 8, "#efe4cb") + rect(170, 1420, 860, 8, "#efe4cb")
    light = path("M520 1340H848L960 1600H420Z", "url(#spill)") + rect(0, 1520, w, 90, "#7fa578")
    return yard + edges + light + path("M444 1520H925L1010 1610H416Z", "#f0dca0", opacity=0.8)


def by_the_wall(rng):
    """Dandelions on both sides of the steps and three seeds on their way in."""
    text = "".join(rosette(rng, x, 1575, 120, 5) for x in (90, 200, 1000, 1110))
    plants = """
        90 1560 330 84 flower -14
        200 1575 220 70 flower 20
        40 1590 180 50 bud -8
        1110 1560 400 112 seeds 10
        1000 1580 200 66 flower -14
        1170 1590 190 58 side 6"""
    text += standing_rows(rng, plants, MEADOW)
    text += grass(rng, (-10, 400), 1605, 110, 70, PINE) + grass(rng, (960, 1210), 1605, 110, 50, PINE)
    seeds = seed_rows("985 690 50 -125\n1080 860 40 -110") + seed(720, 520, 46, -120, "#c9962f")
    return group(text) + seeds
