"""`manage.py scheduler`: the scheduler as a process of its own, for production."""

from kasper_site.operations import readiness, scheduler
from kasper_site.operations.console import SetUpCommand


class Command(SetUpCommand):
    help = "Runs the scheduled jobs (publishing and the like) until it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--every", type=float, default=10, metavar="SECONDS", help="how often to look (10)")
        parser.add_argument("--once", action="store_true", help="run what is due now and end")

    def run(self, *, every, once, **options):
        """Run due jobs once, or for ever."""
        readiness.check_database()
        if once:
            self.say(f"Jobs run: {len(scheduler.run_due())}")
        else:
            scheduler.run_forever(every)
