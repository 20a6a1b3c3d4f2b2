"""Documents are what their names say, or are refused with what to do."""

import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents.forms import get_document_form
from wagtail.models import Collection

from kasper_site.cms.models import SiteDocument
from kasper_site.cms.uploads import documents
from kasper_site.users.models import User

PDF = b"%PDF-1.7\n%%EOF\n"
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00"
HTML = b"<!doctype html><html><script>alert(1)</script></html>"


def archive(**files: str) -> bytes:
    """A zip of these files; two underscores in a name stand for a slash."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, text in files.items():
            made.writestr(name.replace("__", "/"), text)
    return buffer.getvalue()


WORD, SHEET, SLIDES = archive(word__document="x"), archive(xl__workbook="x"), archive(ppt__slides="x")
TEXT = archive(mimetype="application/vnd.oasis.opendocument.text")
TABLE = archive(mimetype="application/vnd.oasis.opendocument.spreadsheet")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", PDF),
        ("A.PDF", b"\xef\xbb\xbf" + PDF),
        ("a.docx", WORD),
        ("a.xlsx", SHEET),
        ("a.pptx", SLIDES),
        ("a.odt", TEXT),
        ("a.ods", TABLE),
        ("a.zip", archive(a="x")),
        ("a.txt", "Äiti".encode("latin-1")),
    ],
)
def test_what_is_what_it_says(name, data):
    file = SimpleUploadedFile(name, data)
    documents.check(file)
    assert file.tell() == 0


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.pdf", HTML, "lopussa on .pdf, mutta tiedosto on muuta lajia. Tallenna se uudelleen muodossa PDF."),
        ("a.pdf", PROGRAM, "mutta tiedosto on muuta lajia"),
        ("a.pdf", b"", "mutta tiedosto on muuta lajia"),
        ("a.docx", PDF, "mutta tiedosto on muuta lajia"),
        ("a.docx", SHEET, "mutta tiedosto on muuta lajia"),
        ("a.docx", b"PK\x03\x04 ja muuta", "mutta tiedosto on muuta lajia"),
        ("a.odt", TABLE, "mutta tiedosto on muuta lajia"),
        ("a.ods", WORD, "mutta tiedosto on muuta lajia"),
        ("a.zip", PROGRAM, "mutta tiedosto on muuta lajia"),
        ("a.txt", PROGRAM, "mutta tiedosto on muuta lajia"),
        ("a.exe", PROGRAM, "Tallenna tiedosto jossakin näistä muodoista: PDF, DOCX, ODT,"),
        ("a.pdf.exe", PDF, "Tällaista tiedostoa ei voi käyttää täällä."),
        ("a.html", HTML, "Tällaista tiedostoa ei voi käyttää täällä."),
        ("a.svg", b"<svg/>", "Tällaista tiedostoa ei voi käyttää täällä."),
        ("pdf", PDF, "Tällaista tiedostoa ei voi käyttää täällä."),
    ],
)
def test_what_is_not_is_refused(name, data, error):
    with pytest.raises(ValidationError) as refused:
        documents.check(SimpleUploadedFile(name, data))
    assert error in refused.value.messages[0]


def test_every_allowed_ending_has_its_check(settings):
    assert set(documents._CHECKS) == set(settings.WAGTAILDOCS_EXTENSIONS)


@pytest.mark.django_db
class TestForm:
    def form(self, name: str, data: bytes):
        user = User.objects.create_superuser("kokeilija")
        typed = {"title": "Opas", "kind": "guide", "language": "fi"}
        typed["collection"] = Collection.get_first_root_node().pk
        files = {"file": SimpleUploadedFile(name, data)}
        return get_document_form(SiteDocument)(typed, files, instance=SiteDocument(), user=user)

    def test_a_good_file_is_kept_whole(self):
        form = self.form("opas.pdf", PDF)
        assert form.is_valid(), form.errors
        with form.save().file.open("rb") as file:
            assert file.read() == PDF

    @pytest.mark.parametrize(("name", "data"), [("a.pdf", HTML), ("a.exe", PROGRAM)])
    def test_a_bad_one_is_refused_once(self, name, data):
        errors = self.form(name, data).errors
        assert list(errors) == ["file"]
        assert len(errors["file"]) == 1

    def test_a_large_one_is_told_how_large_it_may_be(self):
        (error,) = self.form("a.pdf", PDF + b"\0" * 21 * 2**20).errors["file"]
        assert error == "Tiedosto on liian suuri (21,0\xa0Mt). Suurin sallittu koko on 20,0\xa0Mt."
