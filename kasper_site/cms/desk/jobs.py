"""What the desk and the link checker do by themselves."""

from kasper_site.cms.desk import consents_report, due_pages, reminders, silent_documents
from kasper_site.cms.link_check import dangling, found, run
from kasper_site.cms.uploads import document_text
from kasper_site.delivery import published
from kasper_site.operations import scheduler

MINUTE = 60
HOUR = 60 * MINUTE


def start() -> None:
    """Called once, when the apps are ready."""
    dangling.connect()
    due_pages.register(consents_report.items)
    due_pages.register(silent_documents.items)
    published.subscribe(found.on_published)
    scheduler.register(document_text.read_waiting, seconds=10)
    scheduler.register(run.find, seconds=24 * HOUR)
    scheduler.register(run.check_due, seconds=MINUTE)
    scheduler.register(reminders.send_due, seconds=10 * MINUTE)
