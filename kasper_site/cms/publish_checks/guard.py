"""Who else publishes than the edit form: an approval in a workflow, a bulk action, code of ours.

What a person lets out is checked at that moment (`stop_if_hindered`, `hindered`). Nothing is checked when the day of a
scheduled page comes: its text was checked when it was scheduled and cannot have changed since; a link that has died in
the meantime must not hold back a release that people wait for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wagtail.models import Page

from kasper_site.cms.publish_checks.findings import Finding
from kasper_site.cms.publish_checks.run import findings, summary


@dataclass(frozen=True)
class Hindrance:
    """A page that must not be published and what is to be mended on it first."""

    page: Page
    findings: tuple[Finding, ...]

    @property
    def title(self) -> str:
        """The page's name in the admin."""
        return self.page.get_admin_display_title()

    @property
    def summary(self) -> str:
        """How much there is to mend."""
        return summary(self.findings)


class PublishStopped(Exception):
    """Raised where a page would have been published; the admin turns it into a message (`PublishStoppedMiddleware`)."""

    def __init__(self, hindrance: Hindrance):
        super().__init__(f"Page {hindrance.page.pk}: {', '.join(finding.code for finding in hindrance.findings)}")
        self.hindrance = hindrance


def stop_if_hindered(page: Page) -> None:
    """Raise PublishStopped if anything in the page's newest draft blocks."""
    for hindrance in hindered([page]):
        raise PublishStopped(hindrance)


def hindered(pages: Iterable[Page]) -> Iterator[Hindrance]:
    """Those of the pages whose newest drafts must not be published."""
    for page in pages:
        revision = page.get_latest_revision()
        draft = revision.as_object() if revision else page.specific
        blocking = tuple(finding for finding in findings(draft) if finding.is_blocking)
        if blocking:
            yield Hindrance(draft, blocking)
