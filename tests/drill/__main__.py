"""The drill: what must hold when processes are killed, on each database; the planted faults must be noticed.

    python -m tests.drill [--short] [--write FILE]

Prints a table, a row for each part; ends with 1 where a part has failed. `--write` keeps the table as a page of the
documentation. PostgreSQL is the one at TEST_DATABASE_URL, with a database of the drill's own.
"""

import argparse
import contextlib
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests import postgresql
from tests.drill import outbox_kill
from tests.processes import ROOT, manage

KILLS, KILLS_SHORT, KILLS_OF_A_FAULT = 120, 25, 15
PATIENCE = 600
HEAD = ("Part", "Database", "What was done", "What was found", "Seconds", "")
PAGE = """# The latest drill

`make drill`, {day}, {cores} cores. A planted fault is a mistake made on purpose: its row is right when the drill
noticed it.

{table}
"""


@dataclass(frozen=True)
class Row:
    """A part of the drill: what was done and found, how long it took, whether it is as it must be."""

    part: str
    database: str
    done: str
    found: str
    seconds: float
    is_right: bool

    @property
    def cells(self) -> tuple[str, ...]:
        verdict = "right" if self.is_right else "**wrong**"
        return (self.part, self.database, self.done, self.found, f"{self.seconds:.0f}", verdict)


def kill(database: str, url: str, kills: int, fault: str = "") -> Row:
    """The outbox under kills; with a fault, one that must be noticed."""
    started = time.monotonic()
    command = [sys.executable, "-m", outbox_kill.__name__, "--kills", str(kills)]
    environ = {"PATH": os.environ["PATH"], "SECRET_KEY": "x" * 50, "DATABASE_URL": url}
    done = subprocess.run(
        [*command, *(["--fault", fault] if fault else [])],
        cwd=ROOT, env=environ, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    name = f"Outbox, planted fault: {fault}" if fault else "Outbox"
    seconds = time.monotonic() - started
    if not done.stdout:
        return Row(name, database, "not set up", done.stderr.strip().splitlines()[-1][:200], seconds, False)
    report = json.loads(done.stdout)
    count = len(report["problems"])
    found = f"{report['effects']} effects, {count} lost or doubled"
    return Row(name, database, f"{report['kills']} kills", found, seconds, bool(count) == bool(fault))


@contextlib.contextmanager
def sqlite() -> Iterator[Callable[[], str]]:
    """Gives addresses of files that hold all tables and nothing in them, one at each call."""
    with tempfile.TemporaryDirectory(prefix="kasper-drill-") as name:
        empty, numbers = Path(name) / "empty.sqlite3", itertools.count()
        manage(Path(name), "migrate", f"sqlite:///{empty}")

        def fresh() -> str:
            copy = shutil.copy(empty, Path(name) / f"{next(numbers)}.sqlite3")
            return f"sqlite:///{copy}"

        yield fresh


@contextlib.contextmanager
def postgres() -> Iterator[Callable[[], str]]:
    """The same on the tests' server; the databases go when the drill ends."""
    stem, made = f"kasper_drill_{os.getpid()}", []

    def fresh() -> str:
        name = f"{stem}_{len(made)}"
        postgresql.create(name, template=made[0] if made else "")
        made.append(name)
        return postgresql.address(name)

    try:
        with tempfile.TemporaryDirectory() as folder:
            manage(Path(folder), "migrate", fresh())
        yield fresh
    finally:
        for name in made:
            postgresql.drop(name)


def rows(is_short: bool) -> Iterator[Row]:
    """Each part in its turn."""
    for database, fresh_ones in (("SQLite", sqlite), ("PostgreSQL", postgres)):
        with fresh_ones() as fresh:
            yield kill(database, fresh(), KILLS_SHORT if is_short else KILLS)
            for fault in ("lost", "doubled"):
                yield kill(database, fresh(), KILLS_OF_A_FAULT, fault)


def table(found: list[Row]) -> str:
    """The rows as Markdown."""
    lines = [HEAD, tuple("-" * max(3, len(word)) for word in HEAD), *(row.cells for row in found)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def main() -> None:
    """Run the drill."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--short", action="store_true", help="fewer kills, for the continuous integration")
    parser.add_argument("--write", type=Path, metavar="FILE", help="keep the table there")
    options = parser.parse_args()
    found = []
    for row in rows(options.short):
        found.append(row)
        sys.stdout.write(" · ".join(cell for cell in row.cells if cell) + "\n")
        sys.stdout.flush()
    if options.write:
        page = PAGE.format(day=date.today().isoformat(), cores=os.cpu_count(), table=table(found))
        options.write.write_text(page, encoding="utf-8")
    sys.exit(0 if all(row.is_right for row in found) else 1)


if __name__ == "__main__":
    main()
