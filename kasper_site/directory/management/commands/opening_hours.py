"""`manage.py opening_hours SLUG`: whether a service or place is open at a moment."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from kasper_site.directory import answers, hours, wording


class Command(BaseCommand):
    """Thin edge of `kasper_site.directory.answers`."""

    help = "Tells whether a service or place is open, until when or when next, and why. Exit 2: no such slug or moment."

    def add_arguments(self, parser):
        parser.add_argument("slug", help="its short name, for example tukiluuri")
        parser.add_argument("--at", help="a moment as 2026-11-25T10:30, in Helsinki time unless it has an offset; now")
        parser.add_argument("--json", action="store_true", help="one line of JSON instead of words")

    def handle(self, *args, **options):
        try:
            moment = answers.moment_of(options["at"])
            answer = answers.answer(options["slug"], moment)
        except answers.QuestionError as error:
            raise CommandError(str(error), returncode=2) from error
        if options["json"]:
            self.stdout.write(json.dumps(answer, separators=(",", ":")))
        else:
            self.stdout.write(self._words(options["slug"], moment))

    def _words(self, slug: str, moment) -> str:
        state = hours.state(answers.point_of(slug).schedule, moment)
        with timezone.override(hours.HELSINKI), translation.override("fi"):
            return wording.state_words(state, moment.date())
