"""`manage.py prepare`: everything that `serve` does before it serves."""

from kasper_site.operations import first_run
from kasper_site.operations.console import SetUpCommand


class Command(SetUpCommand):
    help = "Sets up what is missing: static files, tables, the first account, the first content, the site's address."

    def run(self, **options):
        """Prepare and tell where and as whom."""
        self.say_where(first_run.prepare(self.say))
