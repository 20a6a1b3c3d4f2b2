"""`manage.py update_wording`: bring the wording's catalogues up to date with the code (`make messages`)."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kasper_site.cms import catalogues


class Command(BaseCommand):
    help = "Collects the texts into locale/*/LC_MESSAGES/django.po and compiles what is translated."
    requires_system_checks = []

    def handle(self, *args, **options):
        try:
            written = catalogues.update()
        except catalogues.CatalogueError as error:
            raise CommandError(str(error)) from error
        for path in written:
            self.stdout.write(str(path.relative_to(settings.BASE_DIR)))
