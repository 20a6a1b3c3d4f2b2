"""One stylesheet from many small files: `static/css` is joined into `css/site.css` in the order given here.

Editors' previews have variants of it (`style_variants`), made from the same files.
"""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from kasper_site.delivery import style_variants

FIRST_FILES = ("tokens.css", "base.css", "layout.css")
LAST_FILES = ("print.css",)
TARGETS = {
    "css/site.css": lambda css: css,
    "css/site-on-paper.css": style_variants.on_paper,
    "css/site-in-patterns.css": style_variants.in_patterns,
}


def parts(folder: Path) -> list[Path]:
    """The style files in the order in which they are joined: tokens, base, layout, components by name, print."""
    first = [folder / name for name in FIRST_FILES if (folder / name).is_file()]
    last = [folder / name for name in LAST_FILES if (folder / name).is_file()]
    return [*first, *sorted((folder / "components").glob("*.css")), *last]


def join(folder: Path) -> str:
    """The whole stylesheet as text."""
    return "\n".join(path.read_text(encoding="utf-8").strip() for path in parts(folder)) + "\n"


def lean(css: str) -> str:
    """The stylesheet without comments and indentation: a third fewer bytes on the way to a phone."""
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)).strip() + "\n"


class StylesheetFinder(BaseFinder):
    """Offers the joined stylesheet and its variants to collectstatic and to the development server."""

    def __init__(self, *args, **kwargs):
        self.folder = Path(settings.BASE_DIR) / "static" / "css"
        self.storage = FileSystemStorage(location=Path(settings.VAR_DIR) / "build")

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False):
        if path not in TARGETS:
            return []
        built = self._build(path)
        return [built] if find_all else built

    def list(self, ignore_patterns):
        for path in TARGETS:
            self._build(path)
            yield path, self.storage

    def _build(self, path: str) -> str:
        target = Path(self.storage.location) / path
        text = TARGETS[path](lean(join(self.folder)))
        if not target.is_file() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        return str(target)
