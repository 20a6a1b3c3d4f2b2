"""Files and plain-text addresses that are no pages."""

import mimetypes
from pathlib import PurePosixPath

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.shortcuts import render

PUBLIC_FOLDER = "images"
INLINE_TYPES = {"image/avif", "image/gif", "image/jpeg", "image/png", "image/webp"}
YEAR = 60 * 60 * 24 * 365


def media(request, name: str):
    """A rendition of a picture. Originals and documents are not served from here; names cannot be guessed."""
    if PurePosixPath(name).parts[:1] != (PUBLIC_FOLDER,):
        raise Http404
    try:
        file = default_storage.open(name)
    except (OSError, SuspiciousFileOperation) as error:
        raise Http404 from error
    content_type = mimetypes.guess_type(name)[0]
    if content_type not in INLINE_TYPES:
        raise Http404
    response = FileResponse(file, content_type=content_type)
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def robots(request):
    """robots.txt: everything but the admin and the search, and where the sitemap is."""
    return render(
        request,
        "robots.txt",
        {"sitemap_url": f"{settings.PUBLIC_URL}/sitemap.xml", "admin_path": settings.ADMIN_PATH},
        content_type="text/plain; charset=utf-8",
    )
