"""What the commands for the console share: progress lines, and problems as one line without a traceback."""

import sys

from django.conf import settings
from django.core.management.base import BaseCommand

from kasper_site.operations.admin_account import Account
from kasper_site.operations.problems import Problem

KEYBOARD_INTERRUPT = 130


class SetUpCommand(BaseCommand):
    """A command whose `run` may raise a Problem. System checks are `make check`'s, so that a start is quick."""

    requires_system_checks = []

    def handle(self, *args, **options):
        try:
            self.run(**options)
        except Problem as problem:
            sys.exit(f"kasper: {problem}")
        except KeyboardInterrupt:
            sys.exit(KEYBOARD_INTERRUPT)

    def run(self, **options):
        """Do the command's work."""
        raise NotImplementedError

    def say(self, line: str) -> None:
        """Show a line at once, also where the output is a file."""
        self.stdout.write(line)
        self.stdout.flush()

    def say_where(self, account: Account, last_line: str = "") -> None:
        """The site's address, the admin's address, user and password."""
        lines = [
            "",
            "The site is ready.",
            f"  Site      {settings.PUBLIC_URL}/",
            f"  Admin     {settings.PUBLIC_URL}/{settings.ADMIN_PATH}",
            f"  User      {account.username}",
            f"  Password  {account.password}",
        ]
        self.say("\n".join([*lines, last_line] if last_line else lines))


class ProgressBar:
    """How far a long job is: a line that is written over in a terminal, ten lines where the output is a file."""

    WIDTH = 40

    def __init__(self, out, total: int):
        self.out, self.total, self.told = out, max(total, 1), 0

    def show(self, done: int) -> None:
        """Tell that `done` of the total are done."""
        share = min(done / self.total, 1)
        if self.out.isatty():
            self.out.write(
                f"\r[{'#' * int(share * self.WIDTH):<{self.WIDTH}}] {done}", ending="\n" if share == 1 else ""
            )
        elif int(share * 10) > self.told:
            self.told = int(share * 10)
            self.out.write(f"  {done} of {self.total}")
        self.out.flush()
