"""What stands on every page, kept in small JSON files: no query a page, and there while the database is not.

The layer that owns the facts writes such a file whenever they change, and by the clock; templates read it.
"""

import fcntl
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings


def path(name: str) -> Path:
    """Where the file of that name lies."""
    return Path(settings.VAR_DIR) / f"{name}.json"


def renew(name: str, content: Callable[[], object]) -> None:
    """Write what `content()` gives, one process at a time: so the last to write has also read last."""
    target = path(name)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        write(name, content())


def write(name: str, content: object) -> None:
    """Replace the file at once, so that a reader never sees half of it. OSError where that is not possible."""
    target = path(name)
    target.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, ensure_ascii=False)
    with tempfile.NamedTemporaryFile("w", dir=target.parent, delete=False, encoding="utf-8") as file:
        temporary = Path(file.name)
        try:
            file.write(text)
            file.flush()
            os.replace(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)  # still there only if something failed


def read(name: str) -> object | None:
    """The content as last written; None if there is no file that can be read."""
    try:
        content = json.loads(path(name).read_text(encoding="utf-8"))
        json.dumps(content, ensure_ascii=False).encode()  # half a surrogate pair could not be sent to anybody
        return content
    except (OSError, ValueError, RecursionError):
        return None
