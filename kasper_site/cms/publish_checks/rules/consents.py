"""Nobody is shown who no longer allows it."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from kasper_site.cms.publish_checks.draft import Draft
from kasper_site.cms.publish_checks.findings import Finding, blocking
from kasper_site.cms.wording import date_words


def has_ended(until: date | None, today: date | None = None) -> bool:
    """Whether a consent given until that day is over; one without a last day never is."""
    return until is not None and until < (today or timezone.localdate())


def ended_consents(draft: Draft) -> Iterator[Finding]:
    """A picture may be shown on the last day of the consent, but not after it."""
    today = timezone.localdate()
    for text in draft.texts:
        for image in text.images:
            until = draft.targets.consents.get(image.pk)
            if has_ended(until, today):
                message = _(
                    "The consent to use this picture ended on %(date)s. Choose another picture, or ask for a new "
                    "consent and write its last day into the picture's form."
                )
                yield blocking("ended-consent", text.place, message % {"date": date_words(until)})
