"""On which pages a person, service or place shows, for the editor who is about to change it.

Three sources: Wagtail's index of references (blocks, fields, facts in running text, of pages as they are in the
database), drafts (the index does not read them), and the pages that show facts without naming any: a section above
registers those with a function `shows(fact) -> queryset of pages`.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import BigIntegerField, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import Page, ReferenceIndex

from kasper_site.cms import visibility
from kasper_site.cms.models import SiteSettings
from kasper_site.directory.models import Person, Service

Shows = Callable[[models.Model], QuerySet]

MOST_DRAFTS = 100

logger = logging.getLogger(__name__)

_everywhere: list[Shows] = []


def register_everywhere(shows: Shows) -> None:
    """Count the pages that `shows(fact)` selects: those that show every fact of a kind. A second time is ignored."""
    if shows not in _everywhere:
        _everywhere.append(shows)


@dataclass(frozen=True)
class ShownOn:
    """A page that shows the fact; `is_public` where a visitor reads it there now, else in a draft or hidden page."""

    page: Page
    is_public: bool

    @property
    def is_foreign(self) -> bool:
        """Whether the page is in another language than the house's."""
        return self.page.locale.language_code != settings.LANGUAGE_CODE


def pages_showing(fact: models.Model) -> list[ShownOn]:
    """The pages that show the fact, each once: public ones first, those in the house's language first, by title."""
    stored = stored_pages(fact)
    drafted = _in_drafts(fact)
    public = set(visibility.visible(Page.objects.filter(pk__in=stored)).values_list("pk", flat=True))
    pages = Page.objects.filter(pk__in=stored | drafted).select_related("locale", "content_type").order_by("title")
    found = [ShownOn(page, page.pk in public) for page in pages]
    return sorted(found, key=lambda shown: (not shown.is_public, shown.is_foreign))


def public_count(fact: models.Model) -> int:
    """On how many pages a visitor reads the fact now; drafts are not opened, which costs much."""
    return visibility.visible(Page.objects.filter(pk__in=stored_pages(fact))).count()


def is_public(fact: models.Model) -> bool:
    """Whether a visitor reads the fact somewhere now, around every page or on one."""
    return is_on_every_page(fact) or is_at_every_foot(fact) or bool(public_count(fact))


def stored_pages(fact: models.Model) -> set[int]:
    """The keys of the pages that show the fact as they are in the database, hidden ones too; drafts are not read."""
    return _referring(fact).union(*(set(shows(fact).values_list("pk", flat=True)) for shows in _everywhere))


def pages_in_drafts(fact: models.Model) -> list[Page]:
    """The pages whose newest draft names the fact, by title."""
    return list(Page.objects.filter(pk__in=_in_drafts(fact)).order_by("title"))


def notes(fact: models.Model) -> list[str]:
    """Where else the fact shows: around every page."""
    found = []
    if is_on_every_page(fact):
        found.append(_("The name and state also stand at the top of every page, the number while it is open."))
    if is_at_every_foot(fact):
        found.append(_("The name and contact details also stand at the foot of every page."))
    return found


def is_on_every_page(fact: models.Model) -> bool:
    """Whether it is a helpline, which stands at the top of every page."""
    return isinstance(fact, Service) and bool(fact.phone)


def is_at_every_foot(fact: models.Model) -> bool:
    """Whether it is the person to whom visitors may write, named at the foot of every page."""
    return isinstance(fact, Person) and SiteSettings.objects.filter(feedback_contact=fact).exists()


def _referring(fact: models.Model) -> set[int]:
    """The pages that name the fact, by the index of references."""
    page_type = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.get_references_to(fact).filter(base_content_type=page_type)
    return set(references.values_list(Cast("object_id", BigIntegerField()), flat=True))


def _in_drafts(fact: models.Model) -> set[int]:
    """The pages whose newest draft names the fact; of very many drafts the newest."""
    wanted = (type(fact), str(fact.pk))
    drafts = Page.objects.filter(has_unpublished_changes=True).order_by("-latest_revision_created_at")[:MOST_DRAFTS]
    return {page.pk for page in drafts if wanted in _named_by_draft(page)}


def _named_by_draft(page: Page) -> set[tuple[type[models.Model], str]]:
    """What a page's newest draft refers to; nothing where the draft cannot be read any more."""
    try:
        return set(_named_by(page.get_latest_revision_as_object()))
    except Exception:  # modelcluster has no error of its own for a draft that names a row deleted since
        logger.warning("The newest draft of page %s cannot be read", page.pk, exc_info=True)
        return set()


def _named_by(row: models.Model) -> Iterator[tuple[type[models.Model], str]]:
    """The rows that a page in memory refers to: in its fields, its texts and its child rows."""
    for field in row._meta.get_fields():
        if hasattr(field, "extract_references"):
            for model, pk, *_path in field.extract_references(field.value_from_object(row)):
                yield model, str(pk)
        elif isinstance(field, models.ForeignKey) and not isinstance(field, ParentalKey):
            yield field.related_model, str(field.value_from_object(row))
    if isinstance(row, ClusterableModel):
        for relation in get_all_child_relations(row):
            for child in getattr(row, relation.get_accessor_name()).all():
                yield from _named_by(child)
