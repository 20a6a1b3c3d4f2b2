"""A few stylesheets from many small files of `static/css`, joined in the order given here.

`css/site.css` is for every page; `css/site-print.css`, for paper, holds nobody up; `SHEETS` are the components that
only some pages have, so that the others do not wait for them. Editors' previews have variants of all of it in one
(`style_variants`).
"""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from kasper_site.delivery import style_variants

FIRST_FILES = ("tokens.css", "base.css", "layout.css")
LAST_FILES = ("print.css",)
SHEETS = {
    "forms": ("field",),
    "plans": (
        "action-plan",
        "archive",
        "areas",
        "development-areas",
        "goals",
        "principles",
        "project",
        "project-facts",
        "project-people",
        "strategy",
        "sub-projects",
        "timeline",
        "values",
    ),
    "releases": ("release",),
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
        "css/site.css": lean(join(common)),
        "css/site-print.css": lean(join(last)),
        **{f"css/{name}.css": lean(join(files)) for name, files in extra.items()},
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


class StylesheetFinder(BaseFinder):
    """Offers the joined stylesheets to collectstatic and to the development server."""

    def __init__(self, *args, **kwargs):
        self.folder = Path(settings.BASE_DIR) / "static" / "css"
        self.storage = FileSystemStorage(location=Path(settings.VAR_DIR) / "build")

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False):
        if path not in ADDRESSES:
            return []
        self._build()
        built = str(Path(self.storage.location) / path)
        return [built] if find_all else built

    def list(self, ignore_patterns):
        self._build()
        for path in ADDRESSES:
            yield path, self.storage

    def _build(self) -> None:
        for path, text in sheets(self.folder).items():
            target = Path(self.storage.location) / path
            if not target.is_file() or target.read_text(encoding="utf-8") != text:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
