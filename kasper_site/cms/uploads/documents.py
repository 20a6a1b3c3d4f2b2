"""Whether a document is what the ending of its name says: its first bytes or its inner files tell."""

import zipfile
from collections.abc import Callable
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _

_HEAD = 1024
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


def check(file: File) -> None:
    """Raise ValidationError for an ending that is not allowed, and for content of another kind than the ending says."""
    ending = PurePath(file.name).suffix.lower().lstrip(".")
    if ending not in settings.WAGTAILDOCS_EXTENSIONS:
        message = _("Files of this kind cannot be used here. Save the file in one of these forms: %(forms)s.")
        raise ValidationError(message % {"forms": allowed_forms()}, code="invalid_extension")
    if not _is_what_it_says(file, ending):
        message = _(
            "The name of the file ends in .%(ending)s, but it is another kind of file. Save it anew as %(form)s."
        )
        raise ValidationError(message % {"ending": ending, "form": ending.upper()}, code="invalid_content")


def allowed_forms() -> str:
    """The kinds of files that may be uploaded, for people."""
    return ", ".join(ending.upper() for ending in settings.WAGTAILDOCS_EXTENSIONS)


def _is_what_it_says(file: File, ending: str) -> bool:
    """Whether the content fits the ending; one that nobody has thought of here fits nothing."""
    file.seek(0)
    try:
        return ending in _CHECKS and _CHECKS[ending](file)
    finally:
        file.seek(0)


def _is_pdf(file: File) -> bool:
    return b"%PDF-" in file.read(_HEAD)  # where readers look for it, too


def _is_text(file: File) -> bool:
    """No file for a computer: those hold zero bytes. Text in UTF-16 does too, which browsers would show as it is."""
    return not any(b"\0" in chunk for chunk in file.chunks())


def _is_zip(file: File) -> bool:
    return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06") and zipfile.is_zipfile(file)


def _office(folder: str) -> Callable[[File], bool]:
    """Microsoft's forms: a zip whose text lies in a folder of that name."""

    def is_office(file: File) -> bool:
        return _is_zip(file) and any(name.startswith(f"{folder}/") for name in _names(file))

    return is_office


def _open_document(kind: str) -> Callable[[File], bool]:
    """The open forms: a zip that tells its kind in a file of its own."""

    def is_open_document(file: File) -> bool:
        if not _is_zip(file) or "mimetype" not in _names(file):
            return False
        with zipfile.ZipFile(file) as archive, archive.open("mimetype") as told:
            return told.read(_HEAD).strip() == f"{_OPEN_DOCUMENT}{kind}".encode()

    return is_open_document


def _names(file: File) -> list[str]:
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError):
        return []


_CHECKS: dict[str, Callable[[File], bool]] = {
    "docx": _office("word"),
    "ods": _open_document("spreadsheet"),
    "odt": _open_document("text"),
    "pdf": _is_pdf,
    "pptx": _office("ppt"),
    "txt": _is_text,
    "xlsx": _office("xl"),
    "zip": _is_zip,
}
