"""`manage.py ready`: do database and cache answer? For tests, deployments and the person who was woken up."""

from kasper_site.operations import readiness
from kasper_site.operations.console import SetUpCommand


class Command(SetUpCommand):
    help = "Checks that the database and the cache answer; says what is wrong if not."

    def add_arguments(self, parser):
        parser.add_argument("--scheduler", action="store_true", help="check that scheduled jobs run, too")

    def run(self, *, scheduler, **options):
        """Check, and say so if all is well."""
        readiness.check_all()
        if scheduler:
            readiness.check_scheduler()
        self.say("The database and the cache answer.")
