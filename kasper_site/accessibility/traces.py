"""What the last audit found a visit to leave behind: the privacy page tells it."""

from kasper_site.accessibility.models import AuditRun
from kasper_site.delivery import traces

# The audit's names for a cookie, an address of another site that was asked, something kept in the browser.
COOKIE, FOREIGN, STORED = "cookies", "third_party", "storage"


def of_run(run: AuditRun) -> traces.Traces:
    """The figures of an audit; its findings name each thing once, however many pages have it."""
    checks = [finding["check"] for finding in run.findings]
    return traces.Traces(run.ran_on, run.page_count, checks.count(COOKIE), checks.count(FOREIGN), checks.count(STORED))


def write() -> None:
    """Renew the file that pages read."""
    run = AuditRun.objects.first()
    traces.write(of_run(run) if run else None)
