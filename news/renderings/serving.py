"""Answers at the addresses below a release: `tiedote.pdf`, `tiedote.txt`, `kortti.png`, `kuvat.zip`."""

from pathlib import PurePosixPath

from django.apps import apps
from django.http import FileResponse, Http404, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date

from kasper_site.cms import visibility
from news.renderings import kinds
from news.renderings.kinds import BY_FILENAME, RECIPES, Kind

DOWNLOADED = {Kind.PICTURES}  # the others a browser shows
STEMS = {Kind.CARD: "kortti", Kind.PICTURES: "kuvat"}


def asked(page, components: list[str]):
    """The rendering at an address below a release's, or None where the address is none; Http404 if it is not there.

    Only what a visitor may see has renderings. The text is made at once where the outbox has not come to it yet.
    """
    kind = BY_FILENAME.get(components[0]) if len(components) == 1 else None
    if kind is None:
        return None
    if not visibility.is_visible(page.pk) or kind not in kinds.of(page):
        raise Http404
    rendering = page.renderings.filter(kind=kind).first()
    if rendering and rendering.is_there():
        rendering.page = page
        if not rendering.may_be_served():
            raise Http404
        return rendering
    if kind != Kind.TEXT:
        raise Http404
    return _text_now(page)


def _text_now(page):
    """The text of a release, not kept."""
    recipe = RECIPES[Kind.TEXT]
    text = recipe.source(page)
    fields = {"text": text, "size": len(text.encode()), "source_hash": recipe.fingerprint(text)}
    return apps.get_model("news", "Rendering")(page=page, kind=Kind.TEXT, made_at=timezone.now(), **fields)


def response(request, rendering) -> HttpResponse:
    """The rendering, or that the visitor has it already (RFC 9110, 13)."""
    headers = _headers(rendering)
    moment = int(rendering.made_at.timestamp())
    answer = get_conditional_response(request, headers["ETag"], moment, HttpResponse(headers=headers))
    if answer.status_code != HttpResponse.status_code:
        return answer
    if rendering.kind in DOWNLOADED:
        name = download_name(rendering)
        return FileResponse(rendering.file.open(), as_attachment=True, filename=name, headers=headers)
    body = rendering.text.encode() if rendering.text else _read(rendering)
    return HttpResponse(body, headers=headers)


def _read(rendering) -> bytes:
    with rendering.file.open() as file:
        return file.read()


def _headers(rendering) -> dict[str, str]:
    page = rendering.page
    headers = {
        "Content-Type": rendering.recipe.content_type,
        "Content-Disposition": content_disposition_header(rendering.kind in DOWNLOADED, download_name(rendering)),
        "X-Content-Type-Options": "nosniff",
        "ETag": f'"{rendering.source_hash[:32]}"',
        "Last-Modified": http_date(rendering.made_at.timestamp()),
        "Link": f'<{page.canonical_url}>; rel="canonical"',  # search engines show the page (RFC 6596)
    }
    return {**headers, "X-Robots-Tag": "noindex"} if page.is_noindex else headers


def download_name(rendering) -> str:
    """What the file is called on the visitor's own computer."""
    page, path = rendering.page, PurePosixPath(rendering.recipe.filename)
    day = timezone.localdate(page.public_at).isoformat()
    stem = STEMS.get(rendering.kind, page.kind)
    return f"kasper-{stem}-{day}-{page.slug[:60].strip('-')}{path.suffix}"


def of_page(page) -> dict[str, object]:
    """What was made of a release, by kind, for links to it; nothing of what only a private page would lead to."""
    if not page.pk or getattr(page, "is_restricted", False):
        return {}
    wanted = kinds.of(page)
    found = (each for each in page.renderings.defer("text") if each.kind in wanted)
    return {each.kind: each for each in found if each.may_be_served()}


def downloads(page) -> dict:
    """What a release's part "downloads" links to."""
    has_any = getattr(page, "has_attachments", True)
    attachments = list(page.attachments.select_related("document")) if has_any else []
    return {"pdf": page.made.get(Kind.PDF), "text": page.made.get(Kind.TEXT), "attachments": attachments}
