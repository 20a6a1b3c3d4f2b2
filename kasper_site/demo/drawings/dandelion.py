"""The dandelion: petals, flower, cup, bud, stem, lion's-tooth leaves, a whole plant."""

import math

from .colors import GOLD, GOLD_DARK, GOLD_LIGHT, GOLD_MID, GOLD_WARM, GREEN, LEAF, PINE, SAGE
from .seeds import seed_head
from .svg import bezier, circle, line, path, place, point, polygon, ribbon, table

TOOTHED = (
    (0, 0.14), (0.5, 0.4), (0.88, 0.5), (0.97, 0.36), (0.95, 0.22), (1, 0.08), (1, -0.08),
    (0.95, -0.22), (0.97, -0.36), (0.88, -0.5), (0.5, -0.4), (0, -0.14),
)  # fmt: skip
RINGS = (
    (1.0, 34, (GOLD_DARK, GOLD)),
    (0.88, 32, (GOLD, GOLD_MID)),
    (0.72, 28, (GOLD_WARM, GOLD_LIGHT)),
    (0.54, 24, (GOLD_MID, GOLD_LIGHT)),
    (0.37, 18, (GOLD, GOLD_MID)),
    (0.22, 12, (GOLD_DARK, GOLD)),
)
FANS = (
    (1.0, 22, (172, 368), (GOLD_DARK, GOLD)),
    (0.92, 20, (184, 356), (GOLD, GOLD_MID)),
    (0.8, 17, (200, 340), (GOLD_WARM, GOLD_LIGHT)),
    (0.62, 13, (212, 328), (GOLD, GOLD_MID)),
)
BRACTS = ((-50, 34, GREEN), (50, 34, GREEN), (-27, 36, PINE), (27, 36, PINE), (0, 38, LEAF))


def petal(x, y, angle, length, width, squash):
    """Path data of one ligule: slim, widest near its square, three-toothed tip."""
    cos, sin = math.cos(math.radians(angle)) * length, math.sin(math.radians(angle)) * length
    wide_x, wide_y = math.sin(math.radians(angle)) * width, math.cos(math.radians(angle)) * width
    return polygon([(x + a * cos - b * wide_x, y + (a * sin + b * wide_y) * squash) for a, b in TOOTHED])


def petal_ring(rng, x, y, reach, count, fills, squash=1.0, arc=(0, 360), width=0.16):
    """A ring (or fan) of petals in two alternating tones."""
    tones = ["", ""]
    for index in range(count):
        angle = arc[0] + (arc[1] - arc[0]) * (index + 0.5 + rng.uniform(-0.3, 0.3)) / count
        length = reach * rng.uniform(0.9, 1.03)
        tones[index % 2] += petal(x, y, angle, length, reach * width, squash)
    return path(tones[0], fills[0]) + path(tones[1], fills[1])


def flower(rng, x, y, r, squash=1.0, fine=1.0):
    """A dandelion in bloom from above (``squash`` 1) or aslant (about 0.6); ``fine`` adds slimmer petals."""
    text = ""
    for index, (reach, count, fills) in enumerate(RINGS):
        middle, width = y - r * 0.208 * (1 - squash) * index, (0.15 + 0.02 * index) / fine
        text += petal_ring(rng, x, middle, r * reach, int(count * fine), fills, squash, width=width)
    return text


def calyx(x, y, r, fill=LEAF, dark=GREEN):
    """The green cup under a flower: pointed bracts upwards, an outer row bent down."""
    outer = "M-15 34Q-39 36 -43 66Q-22 54 -6 44ZM-8 34Q-21 36 -23 66Q-12 54 -3 44Z"
    text = path(outer, dark) + place(0, 0, 100, path(outer, dark), flip=-1)
    for dx, tone in ((-26, dark), (26, dark), (-15, PINE), (15, PINE), (0, fill)):
        root, tip, low, high = point(dx * 0.35, 45), point(dx * 1.35, -16), dx - 20, dx * 1.2 - 14
        left = f"C{point(low, 40)} {point(high, 12)} {tip}"
        text += path(f"M{root}{left}C{point(high + 28, 12)} {point(low + 40, 40)} {root}Z", tone)
    return place(x, y, r, text)


def flower_side(rng, x, y, r):
    """A dandelion in bloom from the side: fans of petals over the cup."""
    fans = (petal_ring(rng, x, y, r * reach, count, fills, 0.86, arc, 0.17) for reach, count, arc, fills in FANS)
    return "".join(fans) + calyx(x, y + r * 0.02, r)


def bud_tuft(opened):
    """The yellow that looks out of a bud, in hundredths of the bud's size."""
    text = ""
    for row, fills in enumerate(((GOLD_DARK, GOLD), (GOLD, GOLD_MID), (GOLD_MID, GOLD_LIGHT))):
        tufts = ["", ""]
        for index in range(11 - row):
            off = index - (10 - row) / 2
            reach = (62 + 62 * opened) * (1 - 0.014 * off * off) * (1 - 0.14 * row)
            tufts[index % 2] += petal(off * 8.5, -45, -90 + off * (1.6 + 4.2 * opened), reach, 19, 1)
        text += path(tufts[0], fills[0]) + path(tufts[1], fills[1])
    return text


def bud(x, y, r, opened=0.5):
    """A bud of height about 2.4 r: bracts over a tuft of yellow, ``opened`` 0 to 1."""
    text = bud_tuft(opened)
    for dx, wide, fill in BRACTS:
        foot, tip = point(dx * 0.3, 102), point(dx * (0.72 + 0.25 * opened), abs(dx) * 0.3 - 102)
        left = f"C{point(dx - wide * 1.15, 75)} {point(dx - wide, -35)} {tip}"
        text += path(f"M{foot}{left}C{point(dx + wide, -35)} {point(dx + wide * 1.15, 75)} {foot}Z", fill)
    bent = path("M10 86Q82 80 86 142Q43 118 0 108Z", PINE) + path("M10 86Q44 80 46 156Q23 118 0 108Z", LEAF)
    return place(x, y, r, text + circle(0, 98, 17, LEAF) + bent + place(0, 0, 100, bent, flip=-1))


def stem(start, control, end, width, fill=SAGE):
    """A stem from the ground (``start``) to the head (``end``), a little slimmer at the top."""
    left, right = [], []
    for index in range(13):
        (x, y), (nx, ny) = bezier(start, control, end, index / 12)
        half = width * (0.58 - 0.16 * index / 12)
        left.append((x + nx * half, y + ny * half))
        right.append((x - nx * half, y - ny * half))
    return path(ribbon(left, right), fill)


def leaf(start, control, end, width, fill, rib=None, lobes=5):
    """A lion's-tooth leaf along a curve: lobes that point back to the root, a broad tip."""

    def at(t, across):
        (x, y), (nx, ny) = bezier(start, control, end, t)
        return x + nx * across, y + ny * across

    def side(sign):
        step, data = 0.7 / lobes, ""
        for index in range(lobes):
            t = 0.08 + index * step
            wide = width * (0.3 + 0.7 * ((index + 1) / lobes)) * sign
            data += f"L{point(*at(t, wide * 0.34))}L{point(*at(t - step * 0.12, wide))}"
            data += f"Q{point(*at(t + step * 0.62, wide * 0.82))} {point(*at(t + step * 0.92, wide * 0.38))}"
        return data + f"L{point(*at(0.765, width * 1.12 * sign))}Q{point(*at(0.93, width * 0.72 * sign))} {point(*end)}"

    back = "".join("L" + point(*at(index / 8, 0)) for index in range(7, 0, -1)) + "Z"
    outline = "M" + point(*start) + side(1) + back + "M" + point(*start) + side(-1) + back
    middle = "".join(("M" if index == 0 else "L") + point(*at(index / 10, 0)) for index in range(10))
    vein = line(middle, rib, max(1.5, width * 0.07)) if rib else ""
    return path(outline, fill) + vein


def rosette(rng, x, y, length, count=7, rib=None):
    """The leaves round a dandelion's root, arching to both sides."""
    parts = []
    for index in range(count):
        angle = math.radians(190 + 160 * (index + 0.5) / count + rng.uniform(-6, 6))
        reach = length * rng.uniform(0.75, 1.05)
        dx, dy = math.cos(angle) * reach, math.sin(angle) * reach * 0.62
        control = (x + dx * 0.5, y + dy - length * 0.2)
        fill = (GREEN, LEAF, PINE)[index % 3]
        parts.append((y + dy, leaf((x, y), control, (x + dx, y + dy), length * 0.13, fill, rib)))
    return "".join(text for _, text in sorted(parts))


def standing(rng, x, ground, height, r, kind, lean=0.0, stem_fill="#8fb584"):
    """One dandelion on its stem: ``kind`` is ``flower``, ``side``, ``bud`` or ``seeds``."""
    top = (x + lean, ground - height)
    text = stem((x, ground + 20), (x + lean * 0.1, ground - height * 0.6), top, max(5.0, r * 0.13), stem_fill)
    if kind == "flower":
        return text + calyx(top[0], top[1] + r * 0.18, r * 0.8) + flower(rng, *top, r, 0.62)
    if kind == "side":
        return text + flower_side(rng, *top, r)
    if kind == "bud":
        return text + bud(top[0], top[1] - r * 0.6, r * 0.62, 0.35)
    return text + seed_head(*top, r, rays=11, count=90)


def standing_rows(rng, rows, stem_fill="#8fb584"):
    """Dandelions from a table: x, ground, height, radius, kind, lean."""
    return "".join(standing(rng, *row, stem_fill) for row in table(rows))
