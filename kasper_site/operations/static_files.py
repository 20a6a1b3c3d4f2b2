"""Style sheets, scripts and pictures of the design, gathered where the server reads them."""

import hashlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core.management import call_command
from django.utils.module_loading import import_string


def collect(progress: Callable[[str], object]) -> bool:
    """Gather, name and compress the files, unless nothing has changed since the last time; False then.

    Nothing to do either where the files are served from their sources (development, tests).
    """
    if not isinstance(staticfiles_storage, ManifestFilesMixin):
        return False
    stamp, wanted = Path(settings.STATIC_ROOT) / ".sources", fingerprint()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return False
    progress("Gathering and compressing the static files …")
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(wanted, encoding="utf-8")
    return True


def fingerprint() -> str:
    """A digest of our own static files, of the code that gathers them, and of the lock for all others."""
    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for path in sources():
        digest.update(f"{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def sources() -> Iterator[Path]:
    """Every file that decides what collectstatic would make."""
    base = Path(settings.BASE_DIR)
    yield base / "requirements.txt"
    yield from (Path(inspect.getfile(import_string(finder))) for finder in settings.STATICFILES_FINDERS)
    own_apps = (Path(config.path) / "static" for config in apps.get_app_configs())
    named = (entry[1] if isinstance(entry, tuple) else entry for entry in settings.STATICFILES_DIRS)
    folders = [*map(Path, named), *(folder for folder in own_apps if _is_own(folder, base))]
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _is_own(folder: Path, base: Path) -> bool:
    return folder.is_relative_to(base) and "site-packages" not in folder.parts
