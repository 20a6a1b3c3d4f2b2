"""The PDF of a release: tagged, titled, in its language, with page numbers; it reads nothing but our own files."""

import shutil
import subprocess
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import ImageFile
from pypdf import PdfReader

from kasper_site.cms.models.media import SiteRendition
from kasper_site.delivery.models import Effect
from kasper_site.delivery.outbox import draining, recording
from kasper_site.delivery.outbox.kinds import Refused
from news.models import Rendering
from news.renderings import kinds, paper, pdf
from tests import factories
from tests.news.renderings.conftest import pdf_of, text_of

pytestmark = pytest.mark.django_db


def tags_of(node, found=None) -> set[str]:
    """The names of all structure elements below one."""
    found, node = found if found is not None else set(), node.get_object()
    if isinstance(node, list):
        for child in node:
            tags_of(child, found)
    elif hasattr(node, "get"):
        found.add(node.get("/S"))
        if "/K" in node:
            tags_of(node["/K"], found)
    return found


def test_title_language_and_author(made):
    reader = PdfReader(BytesIO(pdf_of(made)))
    assert reader.metadata.title == "Vanhempien ääni kuuluviin"
    assert reader.metadata.author == "Kasper – Kasvatus- ja perheneuvonta ry"
    assert reader.trailer["/Root"]["/Lang"] == "fi"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_it_is_tagged_and_says_that_it_is_accessible(made):
    root = PdfReader(BytesIO(pdf_of(made))).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Link", "/Figure"} <= tags_of(root["/StructTreeRoot"])
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="pdfinfo is not installed")
def test_other_programs_find_it_tagged(made):
    told = subprocess.run(["pdfinfo", "-"], input=pdf_of(made), capture_output=True, check=True).stdout.decode()
    lines = dict(line.split(":", 1) for line in told.splitlines() if ":" in line)
    assert lines["Tagged"].strip() == "yes"
    assert lines["Title"].strip() == "Vanhempien ääni kuuluviin"


def test_every_sheet_has_its_number(made):
    made.body = [("paragraph", {"text": f"<p>Kappale {number}. {'Sana ' * 60}</p>"}) for number in range(20)]
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf.make(paper.html(made)))).pages]
    assert len(pages) > 1
    assert all(f"{number} / {len(pages)}" in text for number, text in enumerate(pages, start=1))


def test_it_holds_the_facts(made):
    text = text_of(pdf_of(made))
    for words in ("Mediatiedote 2.8.2023", "Tukiluuri vastaa", "Meitä kuultiin", "Matti Meikäläinen, isä", "Selvitys"):
        assert words in text
    for words in ("Sanna Välimäki", "044 493 4546", "tänään klo 10–14", "henkilo0@example.org", "Pöytä on katettu."):
        assert words in text


def test_every_block_can_be_printed(made):
    factories.make_facts()
    fields = factories.full_fields("news.ReleasePage")
    assert len(fields["body"]) > 10
    for name, value in fields.items():
        setattr(made, name, value)
    made.save()
    text = text_of(pdf.make(paper.html(made)))
    assert "044 350 5179" in text
    assert "Auki nyt" not in text  # not true on paper
    assert "Suljettu" not in text


def test_a_lost_picture_leaves_the_rest(made):
    names = list(SiteRendition.objects.values_list("file", flat=True))
    assert names
    for name in names:
        default_storage.delete(name)
    assert "Meitä kuultiin" in text_of(pdf.make(paper.html(made)))


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/kuva.png",
        "file:///etc/passwd",
        "drawing:../../manage.py",
        "drawing:card.png",
        "font:../pdf.py",
        "http://127.0.0.1:8000/media/original_images/x/kuva.png",
        "http://127.0.0.1:8000/media/images/../original_images/x/kuva.png",
        "data:text/plain,a",
    ],
)
def test_a_document_reads_only_our_files(url, settings):
    settings.PUBLIC_URL = "http://127.0.0.1:8000"
    with pytest.raises(ValueError, match="may not read"):
        pdf.read(url)


def test_without_the_library_it_is_told_and_the_others_are_made(release, monkeypatch):
    def missing(html):
        raise Refused("Pango puuttuu.")

    recipe = kinds.RECIPES[kinds.Kind.PDF]
    monkeypatch.setitem(kinds.RECIPES, kinds.Kind.PDF, type(recipe)(**{**vars(recipe), "make": missing}))
    recording.record(release, timezone.now())
    assert draining.drain() == 2
    assert set(Rendering.objects.values_list("kind", flat=True)) == {"text", "card"}
    assert Effect.objects.get(kind="rendering_pdf").note == "Pango puuttuu."


def test_broken_uploads_are_refused_as_before(made):
    assert not ImageFile.LOAD_TRUNCATED_IMAGES
