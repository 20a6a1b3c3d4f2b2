"""A few stylesheets from many small files of `static/css`, joined in the order given here.

`css/site.css` is for every page; `css/site-print.css`, for paper, holds nobody up; `SHEETS` are the components that
only some pages have, so that the others do not wait for them. Editors' previews have variants of all of it in one
(`style_variants`).
"""

import re
from pathlib import Path

from kasper_site.delivery import style_variants
from kasper_site.delivery.joined import JoinedFinder

FIRST_FILES = ("tokens.css", "base.css", "layout.css")
LAST_FILES = ("print.css",)
SHEETS = {
    "banner": ("banner",),
    "forms": ("field",),
    "front": ("front", "seed"),
    "help": ("calendar-links", "help-page"),
    "lists": ("choices", "filter-groups", "pagination", "results"),
    "plans": (
        "archive",
        "development-areas",
        "goals",
        "project",
        "project-facts",
        "project-people",
        "sub-projects",
        "timeline",
    ),
    "press": ("media-bank", "press-room"),
    "releases": ("downloads", "release", "release-notices"),
    "strategy": ("action-plan", "areas", "principles", "strategy", "values"),
}
_ELSEWHERE = {name for names in SHEETS.values() for name in names}


def parts(folder: Path) -> list[Path]:
    """All style files in the order in which they are joined: tokens, base, layout, components by name, print."""
    components = sorted((folder / "components").glob("*.css"))
    return [*_named(folder, FIRST_FILES), *components, *_named(folder, LAST_FILES)]


def _named(folder: Path, names: tuple[str, ...]) -> list[Path]:
    return [folder / name for name in names if (folder / name).is_file()]


def join(files: list[Path]) -> str:
    """The files' text in one."""
    return "\n".join(path.read_text(encoding="utf-8").strip() for path in files) + "\n"


def sheets(folder: Path) -> dict[str, str]:
    """Each stylesheet's address below the static files, and its text."""
    everything = parts(folder)
    whole = lean(join(everything))
    last = _named(folder, LAST_FILES)
    common = [path for path in everything if path not in last and path.stem not in _ELSEWHERE]
    extra = {name: [folder / "components" / f"{part}.css" for part in names] for name, names in SHEETS.items()}
    return {
        "css/site.css": dense(lean(join(common))),
        "css/site-print.css": dense(lean(join(last))),
        **{f"css/{name}.css": dense(lean(join(files))) for name, files in extra.items()},
        "css/site-on-paper.css": style_variants.on_paper(whole),
        "css/site-in-patterns.css": style_variants.in_patterns(whole),
    }


ADDRESSES = (
    "css/site.css",
    "css/site-print.css",
    *(f"css/{name}.css" for name in SHEETS),
    "css/site-on-paper.css",
    "css/site-in-patterns.css",
)


def lean(css: str) -> str:
    """The stylesheet without comments and indentation: a third fewer bytes on the way to a phone."""
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)).strip() + "\n"


def dense(css: str) -> str:
    """A lean stylesheet without the line breaks and spaces that only people need. Strings stay as they are."""
    parts = re.split(r"""("[^"]*")""", css)
    parts[::2] = [re.sub(r"\s*([{};,])\s*|(:)\s+", r"\1\2", part.replace("\n", " ")) for part in parts[::2]]
    return "".join(parts).replace(";}", "}").strip() + "\n"


class StylesheetFinder(JoinedFinder):
    """Offers the joined stylesheets."""

    addresses = ADDRESSES

    def texts(self) -> dict[str, str]:
        """Each stylesheet and its text."""
        return sheets(self.folder / "css")
