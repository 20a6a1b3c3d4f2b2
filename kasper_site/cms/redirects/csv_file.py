"""Old addresses from a CSV file: the old and the new one in each row, kept as Wagtail's own redirects.

    old;new
    /vanha-sivu;/meista/
    /opas.pdf;https://www.example.org/opas

Whatever a spreadsheet writes is read: semicolons, commas or tabs; UTF-8, UTF-16 or Windows' own letters; with or
without a heading row. What the addresses may be is decided in `rules`.
"""

import codecs
import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

MOST_BYTES = 1024 * 1024
MOST_ROWS = 2000
_OLD = {"old", "vanha", "vanha osoite", "mistä", "from"}
_NEW = {"new", "uusi", "uusi osoite", "mihin", "to"}
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class RedirectsError(Exception):
    """The file is wrong; the message tells what to do, or has one line for each wrong row, with its number."""


@dataclass(frozen=True)
class Line:
    """One row of the file as it stands there."""

    number: int
    old: str
    new: str


@dataclass
class _Columns:
    """In which columns the addresses stand; the first two unless a heading says otherwise."""

    old: int = 0
    new: int = 1
    has_heading: bool = field(default=False)


def read_file(file: Path) -> list[Line]:
    """The rows of a file on this machine."""
    try:
        return read(file.read_bytes())
    except OSError as error:
        raise RedirectsError(_("The file cannot be read: %(error)s") % {"error": error.strerror}) from error


def read(data: bytes) -> list[Line]:
    """The rows with something on them; RedirectsError where the file is none of ours."""
    text = _text(data)
    rows = _rows(text)
    if not rows:
        raise RedirectsError(_("The file is empty. Each row needs an old and a new address."))
    columns = _columns(rows[0][1])
    body = rows[1:] if columns.has_heading else rows
    if len(body) > MOST_ROWS:
        message = _("The file has more than %(count)d rows. Divide it into several files.")
        raise RedirectsError(message % {"count": MOST_ROWS})
    return [Line(number, _cell(row, columns.old), _cell(row, columns.new)) for number, row in body]


def _text(data: bytes) -> str:
    """The letters of the file, whichever way they are written down."""
    if len(data) > MOST_BYTES:
        raise RedirectsError(_("The file is larger than 1 MB. Divide it into several files."))
    if data.startswith(b"PK\x03\x04"):
        raise RedirectsError(_("This is a spreadsheet's own file. Save it in the spreadsheet as CSV and try again."))
    try:
        text = _decoded(data)
    except UnicodeDecodeError as error:
        raise RedirectsError(_not_text()) from error
    if "\0" in text:
        raise RedirectsError(_not_text())
    return text


def _decoded(data: bytes) -> str:
    if data.startswith(_UTF_16):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")  # what a Finnish Excel writes as plain CSV


def _not_text() -> str:
    return _("The file is not text. Save it in the spreadsheet as CSV and try again.")


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Each row that is not empty, with the number of its line."""
    first = text.lstrip().partition("\n")[0]
    separator = next((mark for mark in ";\t" if mark in first), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        message = _("Row %(number)d cannot be read. Is there a quotation mark without its pair?")
        raise RedirectsError(message % {"number": max(reader.line_num, 1)}) from error


def _columns(first: list[str]) -> _Columns:
    """Where the addresses stand, by the first row: a heading, or addresses already."""
    names = [cell.strip().lower() for cell in first]
    old = next((number for number, name in enumerate(names) if name in _OLD), None)
    new = next((number for number, name in enumerate(names) if name in _NEW), None)
    if old is not None and new is not None:
        return _Columns(old, new, has_heading=True)
    if names[0].startswith(("/", "http://", "https://", "www.")) or not names[0]:
        return _Columns()
    raise RedirectsError(_("Begin the first row with the words old;new, or with addresses: /old-page;/new-page/."))


def _cell(row: list[str], number: int) -> str:
    return row[number].strip() if number < len(row) else ""
