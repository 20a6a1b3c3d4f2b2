"""The text of uploaded documents, for the search: a short try at once, the rest by a job of the scheduler.

`page_count` tells how far it is: None, not read yet; 0, the file cannot be read; else `extracted_text` holds the pages
with form feeds between them, nothing but these where the file is pictures of text.
"""

import json
import subprocess
import sys

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kasper_site.cms.models import SiteDocument

PAGE_BREAK = "\f"
MOST_PAGES = 500
AT_ONCE, IN_PEACE = 3, 120  # seconds: while the editor waits, and in the job
READER = "kasper_site.cms.uploads.pdf_text"


def is_pdf(name: str) -> bool:
    """Whether text is looked for in a file of that name; in other forms it is not."""
    return name.lower().endswith(".pdf")


def read_at_once(document: SiteDocument, name: str, data: bytes, seconds: float = AT_ONCE) -> None:
    """Give the document the text of its new file (name and bytes); not saved. What takes longer is left to the job."""
    document.extracted_text, document.page_count = "", None
    lines, is_finished = _run(data, seconds) if is_pdf(name) else ([], False)
    if is_finished:
        _set(document, lines)


def _set(document: SiteDocument, lines: list) -> None:
    document.page_count = lines[0] if lines else 0
    document.extracted_text = PAGE_BREAK.join(lines[1:])


def _run(data: bytes, seconds: float) -> tuple[list, bool]:
    """What the reader wrote, and whether it came to an end by itself."""
    command = [sys.executable, "-m", READER, str(MOST_PAGES)]
    try:
        done = subprocess.run(  # noqa: S603  nothing of the command comes from outside
            command, input=data, capture_output=True, timeout=seconds, cwd=settings.BASE_DIR, check=False
        )
        written, is_finished = done.stdout, True
    except subprocess.TimeoutExpired as stopped:
        written, is_finished = stopped.stdout or b"", False
    whole = written[: written.rfind(b"\n") + 1].splitlines()
    return [json.loads(line) for line in whole], is_finished


# --- The job ----------------------------------------------------------------------------------------------------------
def waiting() -> QuerySet:
    """The PDF files that nobody has read yet."""
    return SiteDocument.objects.filter(page_count=None, file__iendswith=".pdf")


def read_waiting() -> int:
    """Read what has not been read, one file after the other; how many. A job of the scheduler."""
    found = list(waiting().order_by("pk"))
    for document in found:
        try:
            with document.file.open("rb") as file:
                data = file.read()
        except OSError:
            data = b""
        lines, _is_finished = _run(data, IN_PEACE)
        _keep(document, lines)
    return len(found)


@transaction.atomic
def _keep(document: SiteDocument, lines: list) -> None:
    """Save what was read, unless the file has been replaced or deleted meanwhile."""
    now = SiteDocument.objects.select_for_update().filter(pk=document.pk, file=document.file.name).first()
    if now:
        _set(now, lines)
        now.save(update_fields=["extracted_text", "page_count"])


# --- What is told to the editor ---------------------------------------------------------------------------------------
def without_text() -> QuerySet:
    """The PDF files that have been read and hold no text."""
    rows = SiteDocument.objects.filter(page_count__isnull=False, file__iendswith=".pdf")
    return rows.filter(extracted_text__regex=r"^\s*$")


def problem(document: SiteDocument) -> str:
    """What is wrong with the document's text and what to do, for its editor; "" where nothing is."""
    if document.page_count is None or document.extracted_text.strip() or not is_pdf(document.file.name):
        return ""
    if document.page_count == 0:
        return _(
            "The file cannot be read: it is damaged or has a password. The search finds it by its title alone. Save "
            "it anew as PDF, without a password, and replace the file here."
        )
    return _(
        "No text was found in this PDF: its pages are pictures, such as a scanned paper. The search finds it by its "
        "title alone, and a screen reader cannot read it aloud. Make the PDF from the original text, or have text "
        "recognition (OCR) done to it, and replace the file here."
    )
