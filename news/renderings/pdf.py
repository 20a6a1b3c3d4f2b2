"""The release's document as a tagged PDF (PDF/UA-1: structure, language, title; ISO 14289-1).

WeasyPrint is imported when the first file is made: the processes that serve pages never load it.
"""

import mimetypes
import re
from io import BytesIO
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from PIL import ImageFile

from kasper_site.cms.urls_of import absolute
from kasper_site.delivery.outbox.kinds import Refused
from kasper_site.delivery.views import PUBLIC_FOLDER

FONTS = Path(__file__).parent / "fonts"
INK = b"#0f4c5c"


def make(html: str) -> bytes:
    """The document as a PDF. Raises `Refused` where the system libraries that lay it out are missing."""
    try:
        import weasyprint
    except OSError as error:
        message = _("The PDF could not be made: the library Pango is missing from the server (%(error)s).")
        raise Refused(message % {"error": error}) from error
    # WeasyPrint has Pillow take broken pictures as whole ones, for every user of Pillow: uploads are to be refused.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    target = BytesIO()
    document = weasyprint.HTML(string=html, base_url=absolute("/"), url_fetcher=_fetcher(weasyprint.urls))
    document.write_pdf(target, pdf_variant="pdf/ua-1", pdf_tags=True, optimize_images=True, jpeg_quality=82, dpi=200)
    return target.getvalue()


def _fetcher(urls):
    """What the document may read: our drawings and fonts, and pictures' public sizes. Never the network."""

    class OurFiles(urls.URLFetcher):
        def fetch(self, url, headers=None):
            data = read(url)
            return urls.URLFetcherResponse(url, data, {"Content-Type": mimetypes.guess_type(url)[0] or ""})

    return OurFiles(allowed_protocols=())


def read(url: str) -> bytes:
    """The bytes of a file of ours: `drawing:` and `font:` are kept with the code; raises ValueError for all else."""
    scheme, _colon, name = url.partition(":")
    if scheme == "font" and name in {path.name for path in FONTS.glob("*.ttf")}:
        return (FONTS / name).read_bytes()
    if scheme == "drawing" and re.fullmatch(r"[a-z-]+\.svg", name) and (path := finders.find(f"img/{name}")):
        return Path(path).read_bytes().replace(b"currentColor", INK)
    pictures = absolute(settings.MEDIA_URL)
    if url.startswith(pictures):
        name = unquote(url.removeprefix(pictures))
        parts = PurePosixPath(name).parts
        if parts[:1] == (PUBLIC_FOLDER,) and ".." not in parts:
            with default_storage.open(name) as file:
                return file.read()
    raise ValueError(f"A document may not read {url}")
