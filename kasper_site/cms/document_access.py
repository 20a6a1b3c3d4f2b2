"""A document is public only while a page that a visitor may see refers to it.

Uploading alone shows nothing to anybody: Wagtail itself would serve every document from the moment of its upload
at an address that can be counted up to.
"""

from datetime import datetime

from django.db.models import BigIntegerField
from django.db.models.functions import Cast
from django.http import Http404
from wagtail.models import Page, ReferenceIndex

from kasper_site.cms import visibility


def is_public(document, now: datetime | None = None) -> bool:
    """Whether a visible page refers to the document, by Wagtail's reference index (live content, never drafts)."""
    references = ReferenceIndex.get_references_to(document)
    of_pages = references.filter(base_content_type__app_label="wagtailcore", base_content_type__model="page")
    page_ids = of_pages.annotate(page_id=Cast("object_id", BigIntegerField())).values("page_id")
    return visibility.visible(Page.objects.filter(pk__in=page_ids), now).exists()


def check(document, request) -> None:
    """Before a document is served: 404 unless it is public or an editor asks. Used as `before_serve_document`."""
    if is_public(document):
        return
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
