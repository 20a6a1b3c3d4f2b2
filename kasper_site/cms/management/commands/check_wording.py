"""`manage.py check_wording`: is every text worded in Finnish, and what visitors read in Swedish?"""

import sys

from django.core.management.base import BaseCommand

from kasper_site.cms import catalogues


class Command(BaseCommand):
    help = "Tells which texts have no wording yet and which compiled catalogue is stale; fails if there are any."
    requires_system_checks = []

    def handle(self, *args, **options):
        problems = catalogues.problems()
        for line in problems:
            self.stderr.write(line)
        if problems:
            sys.exit(f"The wording is not complete: {len(problems)} to mend.")
        self.stdout.write("The wording is complete.")
