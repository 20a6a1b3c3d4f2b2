"""The demo's documents can be searched."""

from kasper_site.cms.models import SiteDocument
from tests.pdfs import pdf


def test_the_documents_are_loaded_with_their_text(folder):
    (folder.path / "documents" / "opas.pdf").write_bytes(pdf("Ohjaajan opas", "Toinen sivu"))
    folder.load()
    document = SiteDocument.objects.get()
    assert (document.page_count, document.extracted_text) == (2, "Ohjaajan opas\fToinen sivu")
    assert folder.load()[-1] == "Demo content: nothing new, nothing changed"
