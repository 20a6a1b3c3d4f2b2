"""`manage.py make_demo_audit FILE.json`: the demo content's last audit, from the JSON that the audit wrote."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from kasper_site.accessibility.audit_report import ReportError
from kasper_site.demo import accessibility
from kasper_site.demo.load import FOLDER


class Command(BaseCommand):
    """Thin edge of `kasper_site.demo.accessibility.write_audit`."""

    help = "Writes the demo content's audit.yaml from the JSON of an audit of the demo site."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the JSON file that the audit wrote")

    def handle(self, *args, **options):
        target = FOLDER / "content" / accessibility.AUDIT
        try:
            accessibility.write_audit(options["file"], target)
        except ReportError as error:
            raise CommandError(f"Nothing was written: {error}") from error
        self.stdout.write(f"Written: {target}")
