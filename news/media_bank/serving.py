"""The answer with an original: a download for anybody, while the bank holds the picture."""

import hashlib
import mimetypes

from django.http import FileResponse, Http404, HttpResponse
from django.utils.cache import get_conditional_response

from kasper_site.delivery.views import INLINE_TYPES
from news.media_bank import addresses, membership
from news.media_bank.membership import Held

UNKNOWN_TYPE = "application/octet-stream"


def asked(components: list[str]) -> Held:
    """The picture at an address below the bank's; Http404 where the bank does not hold it now, or never did."""
    image_id = addresses.asked(components)
    held = membership.find(image_id) if image_id is not None else None
    if held is None:
        raise Http404
    return held


def response(request, held: Held) -> HttpResponse:
    """The original as it is kept, or that the visitor has it already (RFC 9110, 13)."""
    headers = _headers(held)
    answer = get_conditional_response(request, etag=headers["ETag"], response=HttpResponse(headers=headers))
    if answer.status_code != HttpResponse.status_code:
        return answer
    image = held.image
    try:
        file = image.file.storage.open(image.file.name)
    except OSError as error:  # the file is lost
        raise Http404 from error
    kind = mimetypes.guess_type(image.file.name)[0]
    content_type = kind if kind in INLINE_TYPES else UNKNOWN_TYPE
    name = addresses.download_name(image)
    return FileResponse(file, as_attachment=True, filename=name, content_type=content_type, headers=headers)


def _headers(held: Held) -> dict[str, str]:
    # Every upload gets a name of its own, which nobody is to guess.
    mark = hashlib.sha256(held.image.file.name.encode()).hexdigest()[:32]
    return {
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "ETag": f'"{mark}"',
        "X-Robots-Tag": "noindex",  # who finds it there would miss who made it
    }
