"""Links from live pages to pages and files of ours that a visitor cannot open, by Wagtail's reference index."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, ReferenceIndex

from kasper_site.cms.publish_checks.parts import LinkKind


@dataclass(frozen=True)
class Inside:
    """A page with a link that leads nowhere; `title` is that of the page it names, "" where it is gone for good."""

    page: Page
    kind: LinkKind
    target: int
    title: str
    reason: str


def broken() -> list[Inside]:
    """One entry for each page and what it cannot reach, by the page's title."""
    rows = {
        (row.object_id, row.to_content_type_id, row.to_object_id): row
        for row in _dead_ends()
        if isinstance(row.source_field, (RichTextField, StreamField))
    }
    return sorted(_told(rows.values()), key=lambda entry: (entry.page.title, entry.title))


def _dead_ends() -> QuerySet[ReferenceIndex]:
    """References from live pages to pages that are not live, or to pages and files that are no longer there."""
    page_type, document_type = _types()
    live = Page.objects.filter(live=True)
    to_dead_page = Q(to_content_type=page_type) & ~_holds(live, "to_object_id")
    to_lost_file = Q(to_content_type=document_type) & ~_holds(get_document_model().objects.all(), "to_object_id")
    sources = ReferenceIndex.objects.filter(_holds(live, "object_id"), base_content_type=page_type)
    return sources.filter(to_dead_page | to_lost_file)


def _types() -> tuple[ContentType, ContentType]:
    return ContentType.objects.get_for_model(Page), ContentType.objects.get_for_model(get_document_model())


def _holds(rows: QuerySet, name: str) -> Exists:
    """Whether the rows hold the key that the index keeps, as text, in the field of that name."""
    return Exists(rows.annotate(key=Cast("pk", CharField())).filter(key=OuterRef(name)))


def _told(rows: Iterable[ReferenceIndex]) -> Iterator[Inside]:
    page_type, _document_type = _types()
    pages = Page.objects.select_related("locale").in_bulk({int(row.object_id) for row in rows})
    keys = {int(row.to_object_id) for row in rows if row.to_content_type_id == page_type.pk}
    titles = dict(Page.objects.filter(pk__in=keys).values_list("pk", "draft_title"))
    for row in rows:
        page, target = pages[int(row.object_id)], int(row.to_object_id)
        if row.to_content_type_id != page_type.pk:
            yield Inside(page, LinkKind.DOCUMENT, target, "", _("The file has been deleted."))
        elif title := titles.get(target):
            yield Inside(page, LinkKind.PAGE, target, title, _("The page is not published."))
        else:
            yield Inside(page, LinkKind.PAGE, target, "", _("The page has been deleted."))
