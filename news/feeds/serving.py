"""The answer with a feed: no cookie, and 304 where a reader has it already."""

import hashlib

from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from news.feeds import atom, building
from news.feeds.asked import Asked


def response(request, page, asked: Asked) -> HttpResponse:
    """The feed of a list; raises Http404 where there is none."""
    found = building.feed(page, asked)
    if found is None:
        raise Http404
    data, moment = atom.write(found), int(found.updated.timestamp())
    etag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    answer = HttpResponse(data, content_type=f"{atom.CONTENT_TYPE}; charset=utf-8")
    answer["ETag"] = etag
    answer["Last-Modified"] = http_date(moment)
    answer["X-Robots-Tag"] = "noindex"
    return get_conditional_response(request, etag=etag, last_modified=moment, response=answer)
