"""The publish check: one list of what to mend or think about before a page is published.

`run` reads the page once (`texts`, `targets`) and asks every check in `rules`; `readability` measures its sentences.
`forms` and `guard` stop the publishing, `admin` shows the list beside the edit form.
Wagtail's own checks see the rendered page; these see what the editor wrote, and name the input it stands in.
"""

from kasper_site.cms.publish_checks.findings import Finding, Level, Place, asking, blocking, required
from kasper_site.cms.publish_checks.known import KnownContact, KnownFacts, KnownHours, register_facts
from kasper_site.cms.publish_checks.rules.capitals import register_names
from kasper_site.cms.publish_checks.run import Review, findings, register, review, summary

__all__ = [
    "Finding",
    "KnownContact",
    "KnownFacts",
    "KnownHours",
    "Level",
    "Place",
    "Review",
    "asking",
    "blocking",
    "findings",
    "register",
    "register_facts",
    "register_names",
    "required",
    "review",
    "summary",
]
