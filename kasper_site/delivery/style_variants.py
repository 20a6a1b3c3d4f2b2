"""The site's own stylesheet, changed so that editors see on a screen what otherwise only a printer or a visitor shows.

Made from the same files as `css/site.css`, so neither can fall behind it; visitors are never sent them.
"""

import re

PAPER_WIDTH_REM = 42  # what an A4 sheet holds between the margins of print.css, at 16 px a rem

_PRINT = re.compile(r"(@media[^{]*)\bprint\b")
_WIDTH = re.compile(r"\((min|max)-width: ([\d.]+)rem\)")
_DARK = "@media (prefers-color-scheme: dark) "
_TOKEN = re.compile(r"^--([\w-]+):", re.MULTILINE)
_H1 = re.compile(r"(?<![\w-])h1(?![\w-])")

# What only a pointer or a key brings about, and the class of an element around that stands for it.
_STATES = {":hover": ".as-hover", ":focus-visible": ".as-focus", ":focus": ".as-focus"}
_STATE = re.compile(r":(hover|focus-visible|focus)\b(?!-)")
_PRESSED = "a, button, input, select, textarea, summary"


def on_paper(css: str) -> str:
    """The stylesheet as a printer takes it: print rules hold, dark ones do not, the page is as wide as a sheet."""
    css = _PRINT.sub(r"\1all", css).replace(_DARK, "@media not all ")
    return _WIDTH.sub(lambda match: "(min-width: 0)" if _holds(*match.groups()) else "(max-width: 0)", css)


def _holds(side: str, width: str) -> bool:
    return float(width) <= PAPER_WIDTH_REM if side == "min" else float(width) >= PAPER_WIDTH_REM


def in_patterns(css: str) -> str:
    """The stylesheet for the pattern library, where both schemes and every state stand side by side.

    An element with the class `scheme` starts anew with the tokens, with the dark ones inside `scheme-dark`. What stands
    in `as-hover` or `as-focus` looks so without being touched; `as-h1` looks like the one h1 of a page.
    `token-NAME` and `under-NAME` hand a token's value on as --token and --under.
    """
    names = dict.fromkeys(_TOKEN.findall(css))
    css = _H1.sub(":is(h1, .as-h1)", _STATE.sub(_with_class, _with_schemes(css)))
    return css + "".join(
        f".token-{name}{{--token:var(--{name})}}.under-{name}{{--under:var(--{name})}}\n" for name in names
    )


def _with_class(match: re.Match) -> str:
    return f":is({match[0]}, {_STATES[match[0]]} :where({_PRESSED}))"


def _with_schemes(css: str) -> str:
    """The stylesheet with each dark rule once more for what stands in `scheme-dark`."""
    before, marker, rest = css.partition(_DARK)
    before = before.replace(":root", ":is(:root, .scheme)")
    if not marker:
        return before
    block, after = _block(rest)
    return f"{before}{marker}{block}\n.scheme-dark {block.replace(':root', '.scheme')}{_with_schemes(after)}"


def _block(css: str) -> tuple[str, str]:
    """A stylesheet that starts with `{`, cut behind the brace that closes it."""
    depth = 0
    for place, character in enumerate(css):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth == 0:
            return css[: place + 1], css[place + 1 :]
    raise ValueError("A rule of the stylesheet is not closed.")
