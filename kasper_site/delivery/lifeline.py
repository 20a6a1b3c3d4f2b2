"""The helplines' names, numbers and hours in a file, for pages that must answer without the database.

The directory writes it whenever a service changes (`directory.apps`); error pages read it.
"""

import json
import os
import tempfile
from pathlib import Path

from django.conf import settings


def path() -> Path:
    """Where the file lies."""
    return Path(settings.VAR_DIR) / "lifeline.json"


def write(entries: list[dict]) -> None:
    """Replace the file at once, so that a reader never sees half of it. Entries: name, phone, tel, hours."""
    path().parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path().parent, delete=False, encoding="utf-8") as file:
        json.dump(entries, file, ensure_ascii=False)
    os.replace(file.name, path())


def read() -> list[dict]:
    """The entries as last written; none if there is no file that can be read."""
    try:
        return json.loads(path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
