"""Static files that are joined from small ones on the way to collectstatic and the development server."""

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage


class JoinedFinder(BaseFinder):
    """Offers what `texts` gives at `addresses`, both relative to the static files; a subclass tells them."""

    addresses: tuple[str, ...] = ()

    def __init__(self, *args, **kwargs):
        self.folder = Path(settings.BASE_DIR) / "static"
        self.storage = FileSystemStorage(location=Path(settings.VAR_DIR) / "build")

    def texts(self) -> dict[str, str]:
        """Each address and its text."""
        raise NotImplementedError

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False):
        if path not in self.addresses:
            return []
        self._build()
        built = str(Path(self.storage.location) / path)
        return [built] if find_all else built

    def list(self, ignore_patterns) -> Iterable[tuple[str, FileSystemStorage]]:
        self._build()
        for path in self.addresses:
            yield path, self.storage

    def _build(self) -> None:
        for path, text in self.texts().items():
            target = Path(self.storage.location) / path
            if not target.is_file() or target.read_text(encoding="utf-8") != text:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
