"""Files and plain-text addresses that are no pages."""

import mimetypes
from pathlib import PurePosixPath

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

PUBLIC_FOLDER = "images"
INLINE_TYPES = {"image/avif", "image/gif", "image/jpeg", "image/png", "image/webp"}
YEAR = 60 * 60 * 24 * 365


def media(request, name: str):
    """A rendition of a picture. Originals and documents are not served from here; names cannot be guessed."""
    parts = PurePosixPath(name).parts
    content_type = mimetypes.guess_type(name)[0]
    # The storage itself refuses only what leads out of all its folders.
    if parts[:1] != (PUBLIC_FOLDER,) or ".." in parts or content_type not in INLINE_TYPES:
        raise Http404
    try:
        file = default_storage.open(name)
    except (OSError, SuspiciousFileOperation, ValueError) as error:  # ValueError: a NUL in the name
        raise Http404 from error
    response = FileResponse(file, content_type=content_type)
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@require_safe
def robots(request):
    """robots.txt: everything but the admin and the search, and where the sitemap is."""
    return render(
        request,
        "robots.txt",
        {"sitemap_url": f"{settings.PUBLIC_URL}/sitemap.xml", "admin_path": settings.ADMIN_PATH},
        content_type="text/plain; charset=utf-8",
    )
