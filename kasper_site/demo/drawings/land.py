"""Land: sun, hills, grass, trees, a cottage."""

import math

from .colors import GOLD_LIGHT, OCHRE, PAPER, SAGE_PALE, TEAL_MID, WHITE
from .svg import circle, ellipse, path, place, point, radial, rect, smooth

GLOW = radial("glow", "0 #fff3cf .95, .35 #fde7b4 .5, 1 #fde7b4 0")
CROWN = ((-13, 62, 14), (17, 66, 15), (0, 76, 19), (-10, 86, 13), (12, 90, 13), (3, 100, 11))


class Ridge:
    """A soft skyline through evenly spaced heights: draws itself and tells its height anywhere."""

    def __init__(self, width, *heights):
        self.width, self.heights = width, heights
        self.step = (width + 80) / (len(heights) - 1)

    def __call__(self, x):
        """The height at ``x``, near enough to stand things on it."""
        at = max(0, min(len(self.heights) - 1.001, (x + 40) / self.step))
        index = int(at)
        eased = (1 - math.cos(math.pi * (at - index))) / 2
        return self.heights[index] + (self.heights[index + 1] - self.heights[index]) * eased

    def hill(self, fill, depth=2000):
        """The land below the skyline."""
        top = smooth([(-40 + index * self.step, y) for index, y in enumerate(self.heights)])
        return path(f"{top}V{depth}H-40Z", fill)


def sun(x, y, r, core=WHITE):
    """A pale morning sun with calm halos (the picture holds ``GLOW``)."""
    halo = circle(x, y, r * 5.2, "url(#glow)") + circle(x, y, r * 1.5, core, opacity=0.28)
    return halo + circle(x, y, r, core, opacity=0.95)


def blade(x, y, height, lean, width):
    """Path data of one tapered blade of grass."""
    tip = point(x + lean, y - height)
    left = f"M{point(x - width / 2, y)}Q{point(x - width / 4 + lean * 0.15, y - height * 0.6)} {tip}"
    return f"{left}Q{point(x + width / 2 + lean * 0.3, y - height * 0.55)} {point(x + width / 2, y)}Z"


def grass(rng, x_range, base, height, count, fill):
    """A loose row of blades; ``base`` is a number or a function of x."""
    blades = ""
    for _ in range(count):
        x = rng.uniform(*x_range)
        y = base(x) if callable(base) else base
        tall = height * rng.uniform(0.45, 1)
        blades += blade(x, y + 6, tall, rng.gauss(0.12, 0.22) * tall, max(2.0, tall * 0.07))
    return path(blades, fill)


def meadow_dots(rng, x_range, base, depth, count, size, fill="#e2a400"):
    """Far flowers as flat dots below a skyline, larger towards the viewer."""
    dots = ""
    for _ in range(count):
        x, t = rng.uniform(*x_range), rng.random()
        r = size * (0.35 + 0.65 * t) * rng.uniform(0.8, 1.1)
        y = base(x) + 8 + depth * t
        dots += ellipse(x, y, r, r * 0.62, fill) + ellipse(x, y - r * 0.16, r * 0.62, r * 0.34, "#f7d064")
    return dots


def spruce(x, y, height, fill):
    """A spruce as a child would cut it from paper: soft tiers on a short trunk."""
    right = ""
    for tier in range(1, 6):
        half, low = 4 * tier, -100 + 18.4 * tier
        right += f"Q{point(tier - 1, low - 5)} {point(half, low)}"
        right += f"L{point(half - 2.8, low + 0.6)}" if tier < 5 else ""
    left = path(f"M0 -100{right}H-1.5Z", fill)
    trunk = rect(-1.8, -10, 3.6, 12, fill)
    return place(x, y, height, left + trunk) + place(x, y, height, left, flip=-1)


def forest(rng, x_range, base, height, count, fill):
    """A row of spruces standing on ``base`` (a function of x)."""
    places = sorted(rng.uniform(*x_range) for _ in range(count))
    return "".join(spruce(x, base(x) + 6, height * rng.uniform(0.55, 1), fill) for x in places)


def birch(rng, x, y, height, crown="#8fb487", light=SAGE_PALE):
    """A birch: pale leaning trunk with dark marks, a crown of a few round clouds of leaves."""
    text = path("M-2.2 0Q-.5 -50 5 -90Q3 -50 2.6 0Z", "#f4efe4")
    for index in range(7):
        t = 6 + index * 7.5
        text += rect(t * t / 2000 + rng.uniform(-1, 0.6), -t, 1.8, 0.6, "#6f7d76", rx=0.3)
    text += "".join(ellipse(5 + dx, -dy, r, r * 0.86, crown) for dx, dy, r in CROWN)
    for dx, dy, r in CROWN:
        for _ in range(9):
            angle, far = rng.uniform(0, math.tau), rng.uniform(0, 0.8) * r
            text += ellipse(5 + dx + math.cos(angle) * far, -dy - math.sin(angle) * far, 1.4, 0.9, light, opacity=0.75)
    return place(x, y, height, text)


def house(x, y, size, wall=OCHRE):
    """A small cottage with a lit window, standing on ``y``."""
    walls = rect(-50, -52, 100, 56, wall) + rect(-50, -52, 5, 56, PAPER) + rect(45, -52, 5, 56, PAPER)
    roof = rect(20, -100, 12, 30, "#8c8176") + path("M-62 -48L-38 -92H38L62 -48Z", "#3c5558")
    window = rect(-33, -36, 24, 22, PAPER) + rect(-30, -33, 18, 16, GOLD_LIGHT) + rect(-22, -33, 2, 16, PAPER)
    door = rect(8, -36, 20, 40, PAPER) + rect(10.5, -33, 15, 37, TEAL_MID)
    return place(x, y, size, walls + roof + window + door)
