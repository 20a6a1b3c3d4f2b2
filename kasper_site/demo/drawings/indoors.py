"""Pictures of a kitchen: the table by the window, the phone, two cups."""

from .colors import GOLD, GOLD_LIGHT, LEAF, MIST, PAPER, SHADE, TEAL, TEAL_SOFT, WHITE, WOOD_DEEP
from .dandelion import flower, leaf
from .household import (
    bun,
    chair_back,
    coffee_pot,
    cup,
    cup_above,
    jar_of_dandelions,
    lying_flower,
    notebook,
    phone,
    steam,
    window_view,
)
from .land import GLOW
from .svg import circle, dice, el, ellipse, group, line, linear, path, picture, place, rect, smooth


def kitchen_table():
    """3:2: a kitchen table by the window, two cups, two chairs: someone has time."""
    w, h, rng = 1800, 1200, dice(8)
    defs = GLOW + linear("sky", "0 #d5e4e0, .6 #f8efd9, 1 #f8dcae") + linear("wall", "0 #f3ead6, 1 #f8f1e2", 0, 0, 1, 0)
    defs += linear("table", "0 #e3c79a, 1 #d0aa77") + linear("beam", "0 #ffefc2 .85, 1 #ffefc2 .1", 0, 0, 1, 0.3)
    chairs = chair_back(330, 800, 300, "#4a7f83") + chair_back(1440, 800, 300, "#4a7f83")
    return picture(w, h, el("defs", defs), kitchen_wall(rng, w, h), chairs, table_top(w, h), table_things(rng))


def kitchen_wall(rng, w, h):
    """The wall: window, curtains, a shelf, the window's light."""
    curtain = path("M470 70C560 260 520 520 440 700H400C420 480 420 260 410 70Z", WHITE, opacity=0.85)
    curtain += path("M1210 70C1130 260 1170 520 1250 700H1290C1270 480 1270 260 1280 70Z", WHITE, opacity=0.85)
    light = "M1370 250L1495 285V455L1370 420ZM1510 289L1635 324V494L1510 459Z"
    light += "M1370 436L1495 471V690L1370 655ZM1510 475L1635 510V729L1510 694Z"
    shelf = rect(120, 330, 200, 14, WOOD_DEEP, rx=4) + rect(140, 236, 58, 94, TEAL_SOFT, rx=8)
    shelf += rect(210, 262, 46, 68, GOLD_LIGHT, rx=8) + circle(286, 308, 22, "#e9dfcb")
    rod = rect(380, 56, 930, 14, WOOD_DEEP, rx=7)
    return (
        rect(0, 0, w, h, "url(#wall)")
        + window_view(rng, 520, 120, 640, 520)
        + curtain
        + rod
        + path(light, "url(#beam)")
        + shelf
    )


def table_top(w, h):
    """The table with its runner and the light that falls on it."""
    wood = rect(0, 800, w, h - 800, "url(#table)") + rect(0, 800, w, 10, "#f0dcb4")
    runner = path(f"M560 800H1240L1420 {h}H380Z", "#f9f4e9")
    runner += path(f"M584 800H600L446 {h}H420ZM1200 800H1216L1380 {h}H1354Z", TEAL_SOFT, opacity=0.7)
    light = path("M250 905L560 880L440 990L90 1020ZM60 1045L410 1015L280 1130L-110 1165Z", "#fff1c4", opacity=0.55)
    light += path("M610 876L900 854L830 958L490 986ZM466 1010L812 982L730 1094L336 1126Z", WHITE, opacity=0.8)
    return wood + runner + light


def table_things(rng):
    """Flowers, coffee pot, buns and two steaming cups."""
    text = jar_of_dandelions(rng, 905, 905, 172) + coffee_pot(1205, 940, 250)
    text += ellipse(880, 1118, 190, 36, SHADE, opacity=0.1) + ellipse(880, 1108, 184, 34, TEAL_SOFT)
    text += ellipse(880, 1102, 150, 25, MIST) + bun(820, 1098, 66) + bun(946, 1100, 62) + bun(884, 1060, 60)
    text += steam(560, 950, 190) + cup(560, 1080, 170, "#6fa3a6", MIST, -1)
    return text + steam(1275, 985, 190) + cup(1275, 1115, 170, GOLD_LIGHT, WHITE)


def planks(rng, w, h):
    """A wooden table from above: boards and a little grain."""
    text = ""
    for index, y in enumerate(range(-20, h, 204)):
        text += rect(0, y, w, 203, ("#e8d1a8", "#e3c99c", "#e9d4ae")[index % 3])
        for _ in range(5):
            x, long, dy = rng.uniform(-100, w), rng.uniform(160, 460), rng.uniform(26, 176)
            grain = [(x + long * t, y + dy + sway) for t, sway in ((0, 0), (0.35, -5), (0.7, 4), (1, 0))]
            text += line(smooth(grain), "#d2b27e", 3, opacity=0.6)
    return text


def phone_on_table():
    """3:2: a phone, a cup and a notebook on a table in slanting window light, from above."""
    w, h, rng = 1800, 1200, dice(3)
    back = el("defs", linear("screen", "0 #2c6d78, 1 #8fbab5")) + rect(0, 0, w, h, "#e6cda2") + planks(rng, w, h)
    panes = "".join(rect(x, y, 330, 620 + y / 8, "#fff6d6") for x in (40, 410) for y in (-100, 560))
    light = group(panes, transform="translate(420 -60) skewX(-24)", opacity=0.62)
    spoon = line("M-130 0H60", "#b9b2a4", 14) + ellipse(92, 0, 46, 27, "#b9b2a4") + ellipse(90, -3, 34, 17, "#d8d2c6")
    things = notebook(395, 660, -9) + phone(985, 610, 340, 7) + cup_above(1480, 340, 150, MIST, 140)
    things += place(1462, 560, 100, spoon, -14) + lying_flower(rng, 1420, 860, 118, (1720, 1130), (1560, 960))
    return picture(w, h, back, light, things, lying_flower(rng, 1640, 800, 82, (1790, 1190), (1750, 960)))


def coffee_cups():
    """Small: two cups close together in the morning."""
    w, h, rng = 600, 400, dice(6)
    back = el("defs", GLOW + linear("wall", "0 #f4e9d2, 1 #faf3e4")) + rect(0, 0, w, h, "url(#wall)")
    back += circle(300, 190, 250, "url(#glow)") + circle(300, 176, 112, "#fbe9bd")
    back += rect(0, 288, w, 112, "#e0c296") + rect(0, 288, w, 5, "#f0dcb4")
    cups = steam(205, 218, 120, 0.95) + steam(395, 226, 120, 0.95)
    cups += cup(205, 330, 132, TEAL, TEAL_SOFT, -1) + cup(395, 338, 132, PAPER, GOLD)
    twig = leaf((320, 354), (345, 350), (376, 364), 7, LEAF)
    return picture(w, h, back, cups, twig, flower(rng, 303, 352, 27, 0.75))
