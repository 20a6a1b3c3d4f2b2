"""`manage.py record_audit FILE.json`: the accessibility statement shows the audit from then on."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from kasper_site.accessibility.audit_report import ReportError, record


class Command(BaseCommand):
    """Thin edge of `kasper_site.accessibility.audit_report.record`."""

    help = (
        "Records an audit of the site from the JSON that it wrote; the accessibility statement tells of the last one."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the JSON file that the audit wrote")

    def handle(self, *args, **options):
        try:
            run = record(options["file"])
        except ReportError as error:
            raise CommandError(f"Nothing was recorded: {error}") from error
        counts = f"{run.page_count} pages, {run.failure_count} failures, {run.warning_count} warnings"
        self.stdout.write(f"Recorded: {counts} ({run.ran_on})")
