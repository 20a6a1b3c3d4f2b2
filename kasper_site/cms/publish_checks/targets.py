"""What a page's links and pictures point to, asked of the database at once: three queries, however long the page."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from kasper_site.cms import visibility
from kasper_site.cms.publish_checks.parts import LinkKind, Text


class PageState(StrEnum):
    """What a visitor finds at a page: itself, nothing yet (private or ahead of its time), nothing but a draft."""

    PUBLIC = "public"
    HIDDEN = "hidden"
    DRAFT = "draft"


@dataclass(frozen=True)
class Targets:
    """States of pages, documents that there are, descriptions and consents of pictures, each by primary key."""

    pages: dict[int, PageState] = field(default_factory=dict)
    documents: frozenset[int] = frozenset()
    descriptions: dict[int, str] = field(default_factory=dict)
    # Until when those in a picture allow its use; only pictures with a last day.
    consents: dict[int, date] = field(default_factory=dict)


def targets_of(texts: Iterable[Text]) -> Targets:
    """Everything that the texts point to."""
    texts = list(texts)
    links = {kind: _keys(texts, kind) for kind in (LinkKind.PAGE, LinkKind.DOCUMENT)}
    images = {image.pk for text in texts for image in text.images}
    return Targets(_pages(links[LinkKind.PAGE]), _documents(links[LinkKind.DOCUMENT]), *_pictures(images))


def _keys(texts: list[Text], kind: LinkKind) -> set[int]:
    return {link.target for text in texts for link in text.links if link.kind is kind and link.target is not None}


def _pages(keys: set[int]) -> dict[int, PageState]:
    if not keys:
        return {}
    pages = Page.objects.filter(pk__in=keys)
    states = {pk: PageState.HIDDEN if live else PageState.DRAFT for pk, live in pages.values_list("pk", "live")}
    public = visibility.visible(pages).values_list("pk", flat=True)
    return {**states, **dict.fromkeys(public, PageState.PUBLIC)}


def _documents(keys: set[int]) -> frozenset[int]:
    if not keys:
        return frozenset()
    return frozenset(get_document_model().objects.filter(pk__in=keys).values_list("pk", flat=True))


def _pictures(keys: set[int]) -> tuple[dict[int, str], dict[int, date]]:
    """Descriptions and consents."""
    if not keys:
        return {}, {}
    rows = list(get_image_model().objects.filter(pk__in=keys).values_list("pk", "description", "consent_until"))
    return {pk: words for pk, words, _until in rows}, {pk: until for pk, _words, until in rows if until}
