"""`manage.py load_demo`: the demo content into the database."""

import logging

from django.core.management.base import BaseCommand, CommandError

from kasper_site.demo.load import ContentError, load


class Command(BaseCommand):
    """Thin edge of `kasper_site.demo.load.load`."""

    help = "Loads the demo content; a second run changes nothing, and what editors have changed stays so."

    def handle(self, *args, **options):
        logging.disable(logging.INFO)  # the progress lines tell enough
        try:
            load(progress=self.stdout.write)
        except ContentError as error:
            raise CommandError(str(error)) from error
        finally:
            logging.disable(logging.NOTSET)
