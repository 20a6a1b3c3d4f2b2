"""SVG as text: elements, gradients and soft curves. Knows nothing of dandelions."""

import math
import random


def dice(seed):
    """Random numbers that are the same on every run, for petals and grass."""
    return random.Random(seed)  # noqa: S311  (drawing, not secrets)


def num(value):
    """A number as short text with at most one decimal, so that the SVGs stay small."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def el(tag, inner="", **attributes):
    """One SVG element; ``stroke_width=2`` becomes ``stroke-width="2"``."""
    text = "".join(f' {key.replace("_", "-")}="{num(value)}"' for key, value in attributes.items())
    return f"<{tag}{text}>{inner}</{tag}>" if inner else f"<{tag}{text}/>"


def path(data, fill="none", **attributes):
    """A path: filled, or stroked with round ends when ``stroke`` is given."""
    if "stroke" in attributes:
        attributes = {"stroke_linecap": "round", "stroke_linejoin": "round", **attributes}
    return el("path", d=data, fill=fill, **attributes)


def line(data, color, width, **attributes):
    """A stroked path."""
    return path(data, stroke=color, stroke_width=width, **attributes)


def circle(x, y, r, fill, **attributes):
    """A filled circle."""
    return el("circle", cx=x, cy=y, r=r, fill=fill, **attributes)


def ellipse(x, y, rx, ry, fill, **attributes):
    """A filled ellipse."""
    return el("ellipse", cx=x, cy=y, rx=rx, ry=ry, fill=fill, **attributes)


def rect(x, y, w, h, fill, **attributes):
    """A filled rectangle."""
    return el("rect", x=x, y=y, width=w, height=h, fill=fill, **attributes)


def group(inner, **attributes):
    """Elements that share a transform or an opacity."""
    return el("g", inner, **attributes)


def place(x, y, size, inner, turn=0, flip=1):
    """A thing drawn in hundredths round 0,0, put to its place at its size (``flip`` -1 mirrors it)."""
    scale = size / 100
    return group(inner, transform=f"translate({num(x)} {num(y)}) rotate({turn}) scale({scale * flip:.3f} {scale:.3f})")


def point(x, y):
    """Coordinates as path text."""
    return f"{num(float(x))} {num(float(y))}"


def polygon(points):
    """Path data of a closed shape with straight sides."""
    return "M" + "L".join(point(x, y) for x, y in points) + "Z"


def smooth(points):
    """Path data of a soft curve through all points (Catmull-Rom as cubic beziers)."""
    padded = [points[0], *points, points[-1]]
    data = "M" + point(*points[0])
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        data += f"C{point(*first)} {point(*second)} {point(*end)}"
    return data


def ribbon(side, other):
    """Path data of a closed shape between two soft sides, both given in the same direction."""
    return smooth(side) + smooth(other[::-1]).replace("M", "L", 1) + "Z"


def bezier(start, control, end, t):
    """A point of a quadratic curve and the unit normal there."""
    x, y = ((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c for a, b, c in zip(start, control, end, strict=True))
    dx, dy = (2 * (1 - t) * (b - a) + 2 * t * (c - b) for a, b, c in zip(start, control, end, strict=True))
    length = math.hypot(dx, dy) or 1
    return (x, y), (-dy / length, dx / length)


def color_stops(stops):
    """The stop elements of a gradient from text: ``offset colour [opacity], ...``."""
    cells = [(*stop.split(), "1")[:3] for stop in stops.split(",")]
    return "".join(el("stop", offset=at, stop_color=color, stop_opacity=opacity) for at, color, opacity in cells)


def linear(name, stops, x1=0, y1=0, x2=0, y2=1):
    """A gradient from top to bottom unless told otherwise."""
    return el("linearGradient", color_stops(stops), id=name, x1=x1, y1=y1, x2=x2, y2=y2)


def radial(name, stops):
    """A round gradient: halos and soft light."""
    return el("radialGradient", color_stops(stops), id=name)


def picture(width, height, *parts):
    """A whole SVG document."""
    size = {"width": width, "height": height}
    return el("svg", "".join(parts), xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width} {height}", **size)


def table(text):
    """Rows of numbers and words from lines of text: where things stand in a picture."""

    def cell(word):
        return float(word) if word.lstrip("-").replace(".", "", 1).isdigit() else word

    return [tuple(cell(word) for word in row.split()) for row in text.strip().splitlines()]
