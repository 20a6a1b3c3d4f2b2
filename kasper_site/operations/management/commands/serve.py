"""`manage.py serve`: what `make serve` runs."""

import os

from django.conf import settings

from kasper_site.operations import first_run, preflight, processes, serving
from kasper_site.operations.console import SetUpCommand


class Command(SetUpCommand):
    help = "Sets up what is missing, then serves the site as in production, with the scheduler beside it."

    def run(self, **options):
        """Prepare, then serve; the last lines tell where and as whom."""
        if os.environ.get("MAKELEVEL"):
            processes.end_with(os.getppid())
        preflight.check_port(*settings.LISTEN_ADDRESS)
        account = first_run.prepare(self.say)
        serving.serve(on_ready=lambda: self.say_where(account, "Ctrl-C stops it."))
