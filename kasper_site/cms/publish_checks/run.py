"""The publish check: every finding about a page, in the order of the edit form.

from kasper_site.cms import publish_checks

publish_checks.findings(page)           what to mend, [] where all is well
publish_checks.register(check)          a check of an app above: a function from a Draft to findings
publish_checks.register_facts(provider) phones, addresses and hours that nobody is to type
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from kasper_site.cms.publish_checks import readability, texts
from kasper_site.cms.publish_checks.draft import Check, Draft, read
from kasper_site.cms.publish_checks.findings import Finding
from kasper_site.cms.publish_checks.known import KnownFacts
from kasper_site.cms.publish_checks.readability import Readability
from kasper_site.cms.publish_checks.rules import CHECKS

_registered: list[Check] = []


@dataclass(frozen=True)
class Review:
    """All that the edit form shows beside a page."""

    findings: list[Finding]
    readability: Readability

    @property
    def blocking(self) -> list[Finding]:
        """What must be mended first."""
        return [finding for finding in self.findings if finding.is_blocking]

    @property
    def asking(self) -> list[Finding]:
        """What the editor may leave."""
        return [finding for finding in self.findings if not finding.is_blocking]


def register(check: Check) -> None:
    """Run `check` on every page too; a second registration is ignored."""
    if check not in _registered:
        _registered.append(check)


def review(page: Page, known: KnownFacts | None = None) -> Review:
    """Findings and readability in one reading of the page."""
    draft = read(page, known)
    return Review(_findings(draft), readability.of_texts(draft.texts, draft.language))


def findings(page: Page, known: KnownFacts | None = None) -> list[Finding]:
    """What to mend on the page as it stands in memory; `known` in place of what the providers tell."""
    return _findings(read(page, known))


def of_draft(draft: Draft) -> list[Finding]:
    """All checks' findings, each once, unsorted."""
    found = (finding for check in (*CHECKS, *_registered) for finding in check(draft))
    return list(dict.fromkeys(found))


def summary(found: Iterable[Finding]) -> str:
    """The findings in a line: what hinders the publishing and what is asked."""
    found = list(found)
    blocks = sum(finding.is_blocking for finding in found)
    asks = len(found) - blocks
    mend = ngettext("%(count)d thing to mend first", "%(count)d things to mend first", blocks) % {"count": blocks}
    think = ngettext("%(count)d thing to think about", "%(count)d things to think about", asks) % {"count": asks}
    parts = [words for words, count in ((mend, blocks), (think, asks)) if count]
    return ", ".join(parts) or _("Nothing to mend")


def _findings(draft: Draft) -> list[Finding]:
    """In form order; within one input as the checks are listed."""
    roots = {name: number for number, name in enumerate(texts.form_order(draft.page))}
    places = {text.place.field: number for number, text in enumerate(draft.texts)}

    def order(finding: Finding) -> tuple[int, int]:
        return roots.get(finding.root, len(roots)), places.get(finding.field, -1)

    return sorted(of_draft(draft), key=order)
