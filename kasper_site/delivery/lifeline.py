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
    text = json.dumps(entries, ensure_ascii=False)
    with tempfile.NamedTemporaryFile("w", dir=path().parent, delete=False, encoding="utf-8") as file:
        temporary = Path(file.name)
        try:
            file.write(text)
            file.flush()
            os.replace(temporary, path())
        finally:
            temporary.unlink(missing_ok=True)  # still there only if something failed


def read() -> list[dict]:
    """The entries as last written; none if there is no file that can be read, or something else is in it."""
    try:
        entries = json.loads(path().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    return entries if isinstance(entries, list) and all(map(_is_entry, entries)) else []


def _is_entry(entry: object) -> bool:
    if not isinstance(entry, dict):
        return False
    hours = entry.get("hours")
    texts = [entry.get(key) for key in ("name", "phone", "tel")]
    return isinstance(hours, list) and all(isinstance(text, str) for text in [*texts, *hours])
