"""Nobody's personal identity code is ever published (Data Protection Act 1050/2018, section 29)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kasper_site.cms.publish_checks.draft import Draft
from kasper_site.cms.publish_checks.findings import Finding, asking, blocking, excerpt
from kasper_site.cms.publish_checks.written import identity_codes as codes


def identity_codes(draft: Draft) -> Iterator[Finding]:
    """A code with the right check character blocks; one with a wrong one is perhaps somebody's, mistyped."""
    for text, paragraph in draft.paragraphs():
        for code in codes.find(paragraph.text):
            words = excerpt(paragraph.text, code.start, code.end)
            if code.is_certain:
                message = _("This is a personal identity code. Take it out: it must never be published.")
                yield blocking("identity-code", text.place, message, words)
            else:
                message = _("This looks like a personal identity code. Take it out if it is somebody's.")
                yield asking("identity-code-like", text.place, message, words)
