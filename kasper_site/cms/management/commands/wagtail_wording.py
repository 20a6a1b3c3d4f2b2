"""`manage.py wagtail_wording`: does our overlay give Finnish to all that Wagtail leaves in English? For upgrades."""

import sys

from django.core.management.base import BaseCommand

from kasper_site.cms import wagtail_wording


class Command(BaseCommand):
    help = "Tells which texts of Wagtail and its companions the Finnish overlay lacks or holds in vain; fails if any."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--lacking", action="store_true", help="list every text that the packages leave in English")
        parser.add_argument(
            "--write",
            action="store_true",
            help="add what is missing as empty entries, drop what is not wanted, and compile",
        )

    def handle(self, *args, lacking=False, write=False, **options):
        for domain in wagtail_wording.DOMAINS:
            if lacking:
                self._tell("lacking", domain, wagtail_wording.lacking(domain).values())
            if write and (complaint := wagtail_wording.write(domain)):
                sys.exit(complaint)
        unfit = [domain for domain in wagtail_wording.DOMAINS if self._report(domain)]
        if unfit:
            sys.exit("The overlay does not fit the installed packages.")

    def _report(self, domain):
        """Tell what is wrong with one domain; whether anything is."""
        found = wagtail_wording.findings(domain)
        for name, entries in found._asdict().items():
            self._tell(name, domain, entries)
        entries = wagtail_wording.overlay(domain)
        corrections = sum(wagtail_wording.is_correction(entry) for entry in entries)
        self.stdout.write(f"{domain}: {len(entries)} texts, of which {corrections} corrections")
        return any(found)

    def _tell(self, name, domain, entries):
        for entry in entries:
            place = ", ".join(file for file, _line in entry.occurrences)
            self.stdout.write(f"{name} ({domain}, {place}): {entry.msgid!r}")
