"""What a page must or should have before it is published."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from kasper_site.cms.publish_checks.draft import Draft
from kasper_site.cms.publish_checks.findings import Finding, Place, asking


def missing_requirements(draft: Draft) -> Iterable[Finding]:
    """What the page's own type asks for: its `publish_requirements()` gives a finding for each thing missing."""
    requirements = getattr(draft.page, "publish_requirements", None)
    return requirements() if requirements else ()


def missing_description(draft: Draft) -> Iterator[Finding]:
    """Listings, search results and link previews need a sentence on the page."""
    given = (getattr(draft.page, name, "") or "" for name in ("search_description", "teaser"))
    if not any(words.strip() for words in given):
        message = _("The page has no description. Tell in a sentence what one finds on it.")
        yield asking("missing-description", Place("teaser", "teaser"), message)
