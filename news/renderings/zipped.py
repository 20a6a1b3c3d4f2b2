"""A release to take along whole: its pictures for print, what is to be known of each, its text and PDF, in one ZIP.

It holds the text and the PDF as they are kept, so it is made after them, and again when they are made again.
"""

import json
import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from itertools import count
from pathlib import PurePosixPath

from django.apps import apps
from django.core.files.storage import default_storage
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from news.media_bank import addresses, rows
from news.media_bank.membership import Held

ABOUT, TEXT, PDF = "tiedot.txt", "tiedote.txt", "tiedote.pdf"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # a ZIP knows no earlier year


def source(page) -> str:
    """What goes into the ZIP, as JSON: texts as they are, files by where they are kept."""
    kept = {row.kind: row for row in apps.get_model("news", "Rendering").objects.filter(page_id=page.pk)}
    named = dict(_named(held for held in page.bank_pictures if _is_there(held.image.file.name)))
    with translation.override(page.locale.language_code):
        about = "\n\n".join([_head(page), *(_about(name, held) for name, held in named.items())])
    contents = {
        "moment": timezone.localtime(page.public_at).isoformat(timespec="seconds"),
        "pictures": {name: held.image.file.name for name, held in named.items()},
        "texts": {ABOUT: f"{about}\n", **({TEXT: kept["text"].text} if "text" in kept else {})},
        "files": {PDF: kept["pdf"].file.name} if "pdf" in kept else {},
    }
    return json.dumps(contents, ensure_ascii=False)


def make(text: str) -> bytes:
    """The ZIP of what `source` told."""
    contents = json.loads(text)
    moment = max(datetime.fromisoformat(contents["moment"]).timetuple()[:6], EARLIEST)
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, words in contents["texts"].items():
            archive.writestr(_entry(name, moment, zipfile.ZIP_DEFLATED), words.encode())
        for name, path in {**contents["files"], **contents["pictures"]}.items():
            with default_storage.open(path) as file:  # pictures and PDFs are as small as they get
                archive.writestr(_entry(name, moment, zipfile.ZIP_STORED), file.read())
    return target.getvalue()


def pictures(text: str) -> list[str]:
    """Where the pictures in the ZIP are kept: while one of them may not be shown, nor may the ZIP be served."""
    return list(json.loads(text)["pictures"].values())


def _named(found: Iterator[Held]) -> Iterator[tuple[str, Held]]:
    """Each picture by a name that no other in the ZIP has."""
    taken = set()
    for held in found:
        path = PurePosixPath(addresses.download_name(held.image))
        names = (f"{path.stem}-{number}{path.suffix}" if number > 1 else path.name for number in count(1))
        name = next(name for name in names if name not in taken)
        taken.add(name)
        yield name, held


def _head(page) -> str:
    return "\n".join([_("Pictures for the press"), page.title, page.canonical_url])


def _about(name: str, held: Held) -> str:
    """A picture's words, a line each."""
    image = held.image
    lines = [
        name,
        _("Name: %(words)s") % {"words": image.title},
        _("Caption: %(words)s") % {"words": held.caption} if held.caption else "",
        _("Picture: %(name)s") % {"name": image.credit},
        _("Licence: %(words)s") % {"words": image.licence},
        # Translators: what a picture shows, told in words
        _("Shows: %(words)s") % {"words": image.description},
        _("File: %(words)s") % {"words": rows.Row(image).facts},
    ]
    return "\n".join(" ".join(line.split()) for line in lines if line)


def _is_there(path: str) -> bool:
    return default_storage.exists(path)


def _entry(name: str, moment: tuple, compression: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, moment)
    entry.compress_type = compression
    entry.external_attr = 0o644 << 16
    return entry
