"""The text of a PDF file, page by page; a program of its own, for a file may be built to take all time and memory.

`python -m kasper_site.cms.uploads.pdf_text MOST_PAGES < FILE` writes JSON lines: first how many pages there are, then
each page's text as soon as it is read. `uploads.document_text` runs it, within limits. Knows no Django.
"""

import json
import re
import resource
import sys
import unicodedata
from collections.abc import Iterator
from io import BytesIO

MEMORY = 1024**3  # bytes
MOST_CHARACTERS = 200_000  # of one page

SOFT_HYPHEN = re.compile("\u00ad[ \t]*\n?")
# A word goes on after the line's end; but of “lapsi- ja perhepalvelut” the hyphen is meant.
LINE_END = re.compile(r"(?<=[^\W\d_])[-\u2010][ \t]*\n(?!(?:ja|tai|eli|sekä|och|eller|samt|and|or)\b)(?=[^\W\d_])")
CAPITAL_BEFORE = re.compile(r"[A-ZÅÄÖ]{2}$")
NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def pages(data: bytes, most_pages: int) -> Iterator[int | str]:
    """How many pages the file has, then the text of each of the first ones. Raises whatever a bad file makes happen."""
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ValueError("encrypted")
    yield len(reader.pages)
    for number in range(min(len(reader.pages), most_pages)):
        yield _page(reader.pages[number])


def _page(page) -> str:
    """The page's text; a page that cannot be read has none, and the others are read all the same."""
    try:
        return clean(page.extract_text()[:MOST_CHARACTERS])
    except Exception:
        return ""


def clean(text: str) -> str:
    """Words joined that the line's end has cut, ligatures as letters, nothing that a database would refuse."""
    text = "".join(unicodedata.normalize("NFKC", sign) if "\ufb00" <= sign <= "\ufb06" else sign for sign in text)
    text = NOT_TEXT.sub(" ", unicodedata.normalize("NFC", text.replace("\r\n", "\n")))
    return LINE_END.sub(_joined, SOFT_HYPHEN.sub("", text)).strip()


def _joined(found: re.Match) -> str:
    """Nothing in the place of a line's hyphen; after an abbreviation, and before a name, it belongs to the word."""
    before, after = found.string[: found.start()], found.string[found.end()]
    return "-" if CAPITAL_BEFORE.search(before) or after.isupper() else ""


def main() -> None:
    """Read the file from the standard input and write what it holds, line by line."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for found in pages(sys.stdin.buffer.read(), int(sys.argv[1])):
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
