"""Links from a page to other pages: shown only while a visitor may see where they lead.

An address tells of its page (a release ahead of its time, say), so a link to a hidden page is plain text. All links of
a page, in running text and in choosers, are looked up at once, in one query.
"""

from contextvars import ContextVar
from types import MappingProxyType

from wagtail.models import Page

from kasper_site.cms import visibility

_known: ContextVar[dict[int, str | None]] = ContextVar("known_page_addresses", default=MappingProxyType({}))


def forget() -> None:
    """Start a request without anything known from an earlier one."""
    _known.set({})


def look_up(page_ids: set[int]) -> dict[int, str | None]:
    """Addresses by primary key, None for pages that a visitor may not see; those known already cost nothing."""
    known = _known.get()
    unknown = page_ids - known.keys()
    if unknown:
        pages = visibility.visible(Page.objects.filter(pk__in=unknown))
        known = {**known, **dict.fromkeys(unknown), **{page.pk: page.url for page in pages}}
        _known.set(known)
    return {page_id: known[page_id] for page_id in page_ids}


def linked_pks(page: Page) -> set[int]:
    """The pages that a page's texts and choosers name and a visitor may see; at most one query."""
    named = set()
    for field in page._meta.get_fields():
        if hasattr(field, "extract_references"):
            references = field.extract_references(field.value_from_object(page))
            named |= {int(pk) for model, pk, *_rest in references if issubclass(model, Page) and str(pk).isdigit()}
    return {page_id for page_id, address in look_up(named).items() if address}
