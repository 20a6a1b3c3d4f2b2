"""The seed head and its flying seeds, built in space and looked at from the front."""

import math

from .colors import COFFEE, SAGE, WHITE
from .svg import circle, line, path, point, table

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
LAYERS = ((-2, -0.25, 0.34), (-0.25, 0.45, 0.62), (0.45, 2, 0.95))  # depth from, to; opacity


def cross(a, b):
    """The cross product of two vectors in space."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def unit(vector):
    """The same direction with length 1."""
    length = math.sqrt(sum(part * part for part in vector)) or 1
    return tuple(part / length for part in vector)


def parachute(x, y, axis, reach, rays, spread=0.8, turn=0.0):
    """Path data of a pappus: hairs in a cone round ``axis`` (a unit vector in space)."""
    u = unit(cross(axis, (0.31, 0.2, 0.93)))
    v = cross(axis, u)
    data = ""
    for index in range(rays):
        angle = turn + math.tau * index / rays
        side = [math.cos(angle) * a + math.sin(angle) * b for a, b in zip(u, v, strict=True)]
        way = unit([a * (1.12 - spread) + s * spread for a, s in zip(axis, side, strict=True)])
        bend = [(a * 0.5 + s * 0.42) * 0.62 * reach for a, s in zip(way, side, strict=True)]
        data += f"M{point(x, y)}Q{point(x + bend[0], y + bend[1])} {point(x + way[0] * reach, y + way[1] * reach)}"
    return data


def seed(x, y, size, angle, color=WHITE, rays=18, width=None):
    """One flying seed; ``x, y`` is where the hairs meet, ``angle`` the way that the parachute points."""
    width = width or max(1.0, size * 0.018)
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    axis = unit((cos, sin, 0.28))

    def along(back, across=0.0):
        return x - (cos * back + sin * across) * size, y - (sin * back - cos * across) * size

    beak = f"M{point(x, y)}Q{point(*along(0.625, -0.05))} {point(*along(1.25, 0.12))}"
    fruit = (
        f"M{point(*along(1.25, 0.12))}Q{point(*along(1.42, 0.23))} {point(*along(1.59, 0.12))}"
        f"Q{point(*along(1.42, 0.01))} {point(*along(1.25, 0.12))}Z"
    )
    hairs = parachute(x, y, axis, size, rays, 0.86) + parachute(x, y, axis, size * 0.8, rays // 2, 0.5, 0.2)
    fluff = line(beak, color, width * 1.3) + line(hairs, color, width, opacity=0.92)
    return fluff + circle(x, y, width * 1.7, color) + path(fruit, COFFEE)


def seed_rows(rows, rays=18):
    """Flying seeds from a table: x, y, size, angle."""
    return "".join(seed(*row, rays=rays) for row in table(rows))


def ball(count):
    """Directions spread evenly over a ball by the golden angle, as a dandelion spreads its seeds."""
    for index in range(count):
        height = 1 - 2 * (index + 0.5) / count
        ring, turn = math.sqrt(1 - height * height), index * GOLDEN_ANGLE
        yield turn, (ring * math.cos(turn), height, ring * math.sin(turn))


def seed_head(x, y, r, count=110, rays=13, gone=None, width=None):
    """A seed head; ``gone(x, y, z)`` tells which seeds have flown."""
    width = width or max(0.8, r * 0.0075)
    seeds = [(turn, axis) for turn, axis in ball(count) if not (gone and gone(*axis))]
    text = ""
    for back, front, opacity in LAYERS:
        stalks = hairs = feet = ""
        for turn, axis in seeds:
            if back <= axis[2] < front:
                root, foot, top = ((x + axis[0] * r * far, y + axis[1] * r * far) for far in (0.11, 0.2, 0.66))
                stalks += f"M{point(*foot)}L{point(*top)}"
                hairs += parachute(*top, axis, r * 0.36, rays, 0.74, turn)
                feet += f"M{point(*root)}L{point(*foot)}"
        text += line(stalks, WHITE, width * 0.9, opacity=opacity * 0.62) + line(hairs, WHITE, width, opacity=opacity)
        text += circle(x, y, r * 0.13, SAGE) if back == LAYERS[0][0] else line(feet, COFFEE, width * 2.4, opacity=0.75)
    return text
