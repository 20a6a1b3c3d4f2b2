"""`manage.py import_redirects FILE.csv`: old addresses to pages or to other sites."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from kasper_site.cms.redirects.csv_file import RedirectsError
from kasper_site.cms.redirects.incoming import import_file


class Command(BaseCommand):
    """Thin edge of `kasper_site.cms.redirects.incoming.import_file`."""

    help = "Imports redirects from a CSV file with old and new addresses. A file with an error changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the CSV file")

    def handle(self, *args, **options):
        try:
            result = import_file(options["file"])
        except RedirectsError as error:
            raise CommandError(f"Nothing was imported.\n{error}") from error
        self.stdout.write(f"{result.created} made, {result.updated} changed, {result.unchanged} as they were")
