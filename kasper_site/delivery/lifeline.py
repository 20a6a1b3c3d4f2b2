"""The helplines' names, numbers and hours in a file, for pages that must answer without the database.

The directory writes it whenever a service changes (`directory.apps`); error pages read it.
"""

from pathlib import Path

from kasper_site.delivery import standing

NAME = "lifeline"


def path() -> Path:
    """Where the file lies."""
    return standing.path(NAME)


def write(entries: list[dict]) -> None:
    """Replace the file. Entries: name, phone, tel, hours."""
    standing.write(NAME, entries)


def read() -> list[dict]:
    """The entries as last written; none if there is no file that can be read, or something else is in it."""
    entries = standing.read(NAME)
    return entries if isinstance(entries, list) and all(map(_is_entry, entries)) else []


def _is_entry(entry: object) -> bool:
    if not isinstance(entry, dict):
        return False
    hours = entry.get("hours")
    texts = [entry.get(key) for key in ("name", "phone", "tel")]
    return isinstance(hours, list) and all(isinstance(text, str) for text in [*texts, *hours])
