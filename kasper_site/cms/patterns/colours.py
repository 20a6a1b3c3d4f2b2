"""How well two colours can be told apart: WCAG 2's contrast ratio. Pure functions."""


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb` (WCAG 2.2, definition of relative luminance)."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, from 1 to 21, cut to one decimal so that it is never told too high."""
    low, high = sorted((luminance(first), luminance(second)))
    return int((high + 0.05) / (low + 0.05) * 10) / 10
