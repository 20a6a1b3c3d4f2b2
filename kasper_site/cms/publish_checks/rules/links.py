"""Links lead somewhere."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kasper_site.cms.publish_checks.draft import Draft
from kasper_site.cms.publish_checks.findings import Finding, asking, blocking
from kasper_site.cms.publish_checks.parts import Link, LinkKind, Text
from kasper_site.cms.publish_checks.targets import PageState


def broken_links(draft: Draft) -> Iterator[Finding]:
    """A link to a page or file of ours that a visitor cannot open; one to the page itself is never broken."""
    for text in draft.texts:
        for link in text.links:
            if link.kind is LinkKind.PAGE and not _is_own(draft, link):
                yield from _page_link(draft, text, link)
            elif link.kind is LinkKind.DOCUMENT and link.target not in draft.targets.documents:
                message = _("The file of this link is no longer there. Choose another or take the link away.")
                yield blocking("broken-document-link", text.place, message, link.words)


def _is_own(draft: Draft, link: Link) -> bool:
    return link.target is not None and link.target == getattr(draft.page, "pk", None)


def _page_link(draft: Draft, text: Text, link: Link) -> Iterator[Finding]:
    state = draft.targets.pages.get(link.target)
    if state is None:
        message = _("The page of this link is no longer there. Choose another or take the link away.")
        yield blocking("broken-page-link", text.place, message, link.words)
    elif state is PageState.DRAFT and not link.is_optional:
        message = _("The page of this link is not published. Publish it first or take the link away.")
        yield blocking("unpublished-page-link", text.place, message, link.words)
    elif state is not PageState.PUBLIC:
        message = _("Visitors cannot see the page that is chosen here yet. Is that as it should be?")
        yield asking("hidden-page-link", text.place, message, link.words)
