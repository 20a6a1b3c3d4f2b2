"""A neutral name protects a reader in the language that it is given in; the links to other languages lead past it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kasper_site.cms import discreet
from kasper_site.cms.publish_checks.draft import Draft
from kasper_site.cms.publish_checks.findings import Finding, Place, asking


def neutral_in_one_language(draft: Draft) -> Iterator[Finding]:
    """The page in another language has a neutral name outside, and this one has none; or the other way round."""
    for other in discreet.differing_translations(draft.page) if draft.page else ():
        if draft.page.is_discreet:
            words = _("“%(title)s”, this page in another language, has no neutral name yet. Give it one too.")
        else:
            words = _("“%(title)s”, this page in another language, has a neutral name. Give this page one too.")
        yield asking("neutral-in-one-language", Place("is_discreet", "is_discreet"), words % {"title": other.title})
