"""`python manage.py rebuild_search_index`: index the whole site anew while the old index goes on answering."""

from django.core.management.base import BaseCommand, CommandError

from kasper_site.operations.console import ProgressBar
from search import sources
from search.index.rebuild import Overtaken, rebuild


class Command(BaseCommand):
    """Shows how far it is and ends with what it did."""

    help = __doc__

    def handle(self, *args, **options):
        """Index every live page, document and event."""
        bar = ProgressBar(self.stdout, sources.count())
        try:
            done = rebuild(sources.all_sources(), bar.show)
        except Overtaken as error:
            raise CommandError("Another rebuild began after this one; the site answers from that one.") from error
        self.stdout.write(f"The search index is new: {done} pages, documents and events.")
