"""The text of PDF files: read page by page, within limits; what has none is told to the editor."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.forms import get_document_form, get_document_multi_form
from wagtail.models import Collection

from kasper_site.cms.models import SiteDocument
from kasper_site.cms.uploads import document_text, pdf_text
from kasper_site.users.models import User
from tests import factories
from tests.pdfs import locked, pdf

pytestmark = pytest.mark.django_db

WITHOUT = "Tästä PDF-tiedostosta ei löytynyt tekstiä"
UNREADABLE = "Tiedostoa ei voi lukea"


# --- Words that the line's end has cut --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("huostaan-\notto", "huostaanotto"),
        ("huostaan- \notetut", "huostaanotetut"),
        ("huos\u00adtaan\u00ad\notto", "huostaanotto"),
        ("lapsi-\nja perhepalvelut", "lapsi-\nja perhepalvelut"),
        ("VOIKUKKIA-\nryhmä", "VOIKUKKIA-ryhmä"),
        ("Itä-\nSuomi", "Itä-Suomi"),
        ("2020-\n2023", "2020-\n2023"),
        ("o\ufb03ce", "office"),
        ("a\u0308iti", "äiti"),
        ("a\x00b\ud800c\fd", "a b c d"),
        ("Kappale\n\nToinen", "Kappale\n\nToinen"),
    ],
)
def test_clean(text, wanted):
    assert pdf_text.clean(text) == wanted


# --- Files ------------------------------------------------------------------------------------------------------------
def read(data: bytes, name: str = "opas.pdf", **options) -> SiteDocument:
    document = SiteDocument(title="Opas", file=name)
    document_text.read_at_once(document, name, data, **options)
    return document


def test_each_page_is_read():
    document = read(pdf("Äidin oma huostaan-\notto", "", "Kolmas sivu"))
    assert document.page_count == 3
    assert document.extracted_text.split("\f") == ["Äidin oma huostaanotto", "", "Kolmas sivu"]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n%%EOF\n", pdf("Opas")[:200], locked(pdf("Opas")), b"\0" * 9999])
def test_a_file_that_cannot_be_read_is_none_of_our_trouble(data):
    document = read(data)
    assert (document.page_count, document.extracted_text) == (0, "")
    assert UNREADABLE in document_text.problem(document)


def test_other_files_are_not_read():
    document = read(b"PK\x03\x04", "opas.docx")
    assert document.page_count is None
    assert document_text.problem(document) == ""


def test_only_so_many_pages_are_read(monkeypatch):
    monkeypatch.setattr(document_text, "MOST_PAGES", 2)
    document = read(pdf("Yksi", "Kaksi", "Kolme"))
    assert (document.page_count, document.extracted_text) == (3, "Yksi\fKaksi")


def test_what_takes_too_long_is_left_to_the_job():
    document = read(pdf("Opas"), seconds=0.001)
    assert document.page_count is None
    assert document_text.problem(document) == ""


# --- Uploading --------------------------------------------------------------------------------------------------------
def form(data: bytes, instance: SiteDocument | None = None, name: str = "opas.pdf"):
    typed = {"title": "Opas", "kind": "guide", "language": "fi"}
    typed["collection"] = Collection.get_first_root_node().pk
    user = User.objects.filter(is_superuser=True).first() or User.objects.create_superuser("kokeilija")
    files = {"file": SimpleUploadedFile(name, data)} if data else {}
    made = get_document_form(SiteDocument)(typed, files, instance=instance or SiteDocument(), user=user)
    assert made.is_valid(), made.errors
    return made


class TestUpload:
    def test_the_text_is_there_at_once_and_the_file_is_whole(self):
        data = pdf("Vertaistukiryhmä")
        document = form(data).save()
        document.refresh_from_db()
        assert (document.page_count, document.extracted_text) == (1, "Vertaistukiryhmä")
        with document.file.open("rb") as file:
            assert file.read() == data

    def test_a_new_file_brings_its_own(self):
        document = form(pdf("Vanha")).save()
        document = form(pdf("Uusi", "Toinen"), SiteDocument.objects.get(pk=document.pk)).save()
        assert (document.page_count, document.extracted_text) == (2, "Uusi\fToinen")
        form(b"", SiteDocument.objects.get(pk=document.pk)).save()
        document.refresh_from_db()
        assert document.extracted_text == "Uusi\fToinen"

    def test_one_without_text_says_so_where_it_is_edited(self):
        document = form(pdf("", "")).save()
        assert WITHOUT in get_document_form(SiteDocument)(instance=document).fields["file"].help_text
        assert WITHOUT in get_document_multi_form(SiteDocument)(instance=document).fields["title"].help_text
        good = form(pdf("Teksti")).save()
        assert WITHOUT not in get_document_form(SiteDocument)(instance=good).fields["file"].help_text


def test_the_editor_is_told_after_uploading_and_on_the_desk(admin_user):
    factories.make_site()
    client = Client()
    client.force_login(admin_user)
    data = {"files[]": SimpleUploadedFile("skannaus.pdf", pdf("")), "title": "Skannaus"}
    data["collection"] = Collection.get_first_root_node().pk
    headers = {"X-Requested-With": "XMLHttpRequest"}
    upload = client.post(reverse("wagtaildocs:add_multiple"), data, headers=headers).json()["uploaded_file_id"]
    asked = {"title": "Skannaus", "kind": "guide", "language": "fi", "collection": data["collection"]}
    typed = {f"uploaded-document-{upload}-{name}": value for name, value in asked.items()}
    address = reverse("wagtaildocs:create_multiple_from_uploaded_document", args=[upload])
    answer = client.post(address, typed, headers=headers).json()
    with SiteDocument.objects.get().file.open("rb") as file:
        assert file.read() == pdf("")
    assert f"”Skannaus”: {WITHOUT}" in client.get(reverse("wagtaildocs:index")).content.decode()
    assert WITHOUT in client.get(reverse("wagtaildocs:edit", args=[answer["doc_id"]])).content.decode()
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Skannaus" in html
    assert WITHOUT in html


# --- The job ----------------------------------------------------------------------------------------------------------
def kept(data: bytes, name: str = "opas.pdf") -> SiteDocument:
    return SiteDocument.objects.create(title="Opas", file=ContentFile(data, name=name))


class TestJob:
    def test_it_reads_what_waits_once(self):
        good, bad, other = kept(pdf("Opas")), kept(b"%PDF-"), kept(b"PK", "opas.zip")
        assert document_text.read_waiting() == 2
        assert document_text.read_waiting() == 0
        for document in (good, bad, other):
            document.refresh_from_db()
        assert (good.page_count, good.extracted_text) == (1, "Opas")
        assert bad.page_count == 0
        assert other.page_count is None

    def test_a_file_that_has_gone_stops_nothing(self):
        gone, good = kept(pdf("Pois")), kept(pdf("Opas"))
        gone.file.storage.delete(gone.file.name)
        document_text.read_waiting()
        good.refresh_from_db()
        assert good.extracted_text == "Opas"

    def test_a_file_replaced_meanwhile_keeps_its_own_text(self, monkeypatch):
        document = kept(pdf("Vanha"))

        def replace_meanwhile(data, seconds):
            SiteDocument.objects.filter(pk=document.pk).update(file="documents/uusi.pdf")
            return [1, "Vanha"], True

        monkeypatch.setattr(document_text, "_run", replace_meanwhile)
        document_text.read_waiting()
        document.refresh_from_db()
        assert document.extracted_text == ""
