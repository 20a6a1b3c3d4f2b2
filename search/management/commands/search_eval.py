"""`python manage.py search_eval --docs DOCS.jsonl --queries QUERIES.jsonl`: one JSON line for each query."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand

from search import evaluate


class Command(BaseCommand):
    """Indexes the given texts alone and answers the given queries by the site's own code, synonyms off."""

    help = __doc__

    def add_arguments(self, parser):
        """Two files of JSON lines: id, lang, title, text; and qid, q."""
        parser.add_argument("--docs", type=Path, required=True)
        parser.add_argument("--queries", type=Path, required=True)

    def handle(self, *args, **options):
        """Print {"qid", "ids", "ms"} for each query."""
        documents, queries = evaluate.read_lines(options["docs"]), evaluate.read_lines(options["queries"])
        with evaluate.scratch_index(documents) as generation:
            for answer in evaluate.answers(queries, generation):
                self.stdout.write(json.dumps(answer, ensure_ascii=False))
