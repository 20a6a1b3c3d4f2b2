"""A document is public only while a page that a visitor may see refers to it.

Uploading alone shows nothing to anybody: Wagtail itself would serve every document from the moment of its upload
at an address that can be counted up to.
"""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, QuerySet
from django.db.models.functions import Cast
from django.http import Http404
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex

from kasper_site.cms import visibility


def is_public(document, now: datetime | None = None) -> bool:
    """Whether a visible page refers to the document, by Wagtail's reference index (live content, never drafts)."""
    return _referring(ReferenceIndex.get_references_to(document), now).exists()


def public(now: datetime | None = None) -> QuerySet:
    """The documents that a visible page refers to."""
    documents = get_document_model()
    to_documents = ReferenceIndex.objects.filter(to_content_type=ContentType.objects.get_for_model(documents))
    keys = _referring(to_documents, now).values(key=Cast("to_object_id", BigIntegerField()))
    return documents.objects.filter(pk__in=keys)


def _referring(references: QuerySet, now: datetime | None) -> QuerySet:
    """Those of the references that stand on a visible page."""
    of_pages = references.filter(base_content_type__app_label="wagtailcore", base_content_type__model="page")
    of_pages = of_pages.annotate(page_id=Cast("object_id", BigIntegerField()))
    return of_pages.filter(page_id__in=visibility.visible(Page.objects.all(), now).values("pk"))


def check(document, request) -> None:
    """Before a document is served: 404 unless it is public or an editor asks. Used as `before_serve_document`."""
    if is_public(document):
        return
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
