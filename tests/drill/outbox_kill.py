"""Publishes and drains in processes that are killed over and over; nothing may be lost, nothing doubled.

    python -m tests.drill.outbox_kill [--kills 60] [--seed 1] [--fault lost|doubled]

In waves: one process publishes stories, two work the outbox off as two schedulers would; each is killed by SIGKILL, at
a planned point of its work or at any moment. Every effect leaves a file named by its key, made in one step. At the end
the stories are compared with the files. A `fault` plants a mistake that must be noticed. The database is DATABASE_URL,
or a new file in a folder of its own.
"""

import argparse
import contextlib
import itertools
import json
import os
import random
import signal
import sys
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

STORIES, MAILS = 4, 3
# Where a process kills itself, one of the first times that it comes there; "" for any moment.
POINTS_OF_PUBLISHING = ("recording", "recorded", "")
POINTS_OF_WORK = ("claimed", "running", "ran", "", "marked")
FIRST_TIMES = 3
ANY_MOMENT, PLANNED = 0.3, 5.0  # seconds of a wave until a process is killed from without
ROUNDS = 15  # of a worker that finds nothing more to do
PATIENCE = 90


class Drill:
    """One run: its folder, its chances, how its processes ended."""

    def __init__(self, folder: Path, seed: int, fault: str):
        self.folder, self.fault, self.chance = folder, fault, random.Random(seed)
        self.sink, self.ledger = folder / "sink", folder / "ledger"
        self.sink.mkdir(parents=True)
        self.killed: list[int] = []
        self.points: Counter[str] = Counter()
        self.ends_of_publishing = itertools.cycle(POINTS_OF_PUBLISHING)
        self.ends_of_work = itertools.cycle(POINTS_OF_WORK)

    # --- Processes ------------------------------------------------------------------------------------------------
    def start(self, work: Callable[[], object], point: str = "", count: int = 1) -> int:
        """Do the work in a process of its own, which kills itself when it comes to the point for the n-th time."""
        pid = os.fork()
        if pid:
            return pid
        status = 1
        try:
            self.arm(point, count)
            work()
            status = 0
        except BaseException as error:
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
        finally:
            sys.stdout.flush()
            os._exit(status)

    def finish(self, work: Callable[[], object]) -> bool:
        """Do the work in a process that nobody kills; whether it went well."""
        return os.waitpid(self.start(work), 0)[1] == 0

    def end(self, pid: int, point: str, limit: float) -> None:
        """Kill the process unless it has killed itself by then, and note how it ended."""
        while not (found := os.waitpid(pid, os.WNOHANG))[0]:
            if time.monotonic() > limit:
                os.kill(pid, signal.SIGKILL)
                point, found = "", os.waitpid(pid, 0)
                break
            time.sleep(0.002)
        if os.WIFSIGNALED(found[1]) and os.WTERMSIG(found[1]) == signal.SIGKILL:
            self.killed.append(pid)
            self.points[point or "anywhere"] += 1

    def wave(self) -> None:
        """One process that publishes and two that work off, all killed; then their leases end."""
        works = [(publish_for_ever, next(self.ends_of_publishing))]
        works += [(work_off_a_while, next(self.ends_of_work)) for _number in range(2)]
        started = [(self.start(work, point, self.chance.randint(1, FIRST_TIMES)), point) for work, point in works]
        start = time.monotonic()
        self.chance.shuffle(started)
        for pid, point in started:
            self.end(pid, point, start + (PLANNED if point else self.chance.uniform(0.02, ANY_MOMENT)))
        self.finish(end_leases)

    # --- What a process is armed with ------------------------------------------------------------------------------
    def arm(self, point: str, count: int) -> None:
        """Put the drill's kinds of effects into this process, its end, and the planted fault."""
        from kasper_site.delivery.outbox import draining, kinds, recording
        from news import publications

        left = Counter({point: count})

        def pass_by(name: str) -> None:
            left[name] -= 1
            if name == point and left[name] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        def after(function: Callable, name: str) -> Callable:
            def wrapped(*args, **kwargs):
                answer = function(*args, **kwargs)
                if answer is not False:
                    pass_by(name)
                return answer

            return wrapped

        def run(effect) -> str:
            self.put(effect.key, pass_by)
            return ""

        def wanted(page, publication):
            pass_by("recording")  # in the middle of the transaction
            yield from ((str(number), {}) for number in range(MAILS))

        kinds._kinds.clear()
        kinds.register("page", "Sivu", run)
        kinds.register("mail", "Viestit", run, wanted=wanted)
        draining.MOST_TRIES = 1000  # the drill is harder than life
        publications.record_new = after(publications.record_new, "recorded")
        draining._claim = after(draining._claim, "claimed")
        mark = draining._mark

        def marked(*args, **kwargs):
            pass_by("ran")
            mark(*args, **kwargs)
            pass_by("marked")

        draining._mark = marked
        FAULTS[self.fault](draining, recording)

    def put(self, key: str, pass_by: Callable[[str], None]) -> None:
        """The effect: a file that is there or not, and a line in the ledger each time that it was made to be."""
        draft = self.folder / uuid.uuid4().hex
        draft.write_text(key)
        pass_by("running")
        with contextlib.suppress(FileExistsError):
            os.link(draft, self.sink / quote(key, safe=""))
        draft.unlink()
        with self.ledger.open("a") as ledger:
            ledger.write(f"{os.getpid()} {key}\n")

    # --- The judgement ----------------------------------------------------------------------------------------------
    def judge(self) -> None:
        """Write the report; raise if anything is wrong."""
        problems = [*self.lost_or_foreign(), *self.doubled(), *unfinished()]
        report = {
            "kills": len(self.killed),
            "points": dict(self.points),
            "effects": len(list(self.sink.iterdir())),
            "runs": len(self.ledger.read_text().splitlines()),
            "problems": problems,
        }
        sys.stdout.write(json.dumps(report) + "\n")
        if problems:
            raise AssertionError(f"{len(problems)} effects were lost or doubled")

    def lost_or_foreign(self) -> list[str]:
        """What the stories and their publications ask for, against what the sink holds."""
        from kasper_site.delivery.models import Publication

        held = {file.name for file in self.sink.iterdir()}
        asked = set()
        for page, moment in Publication.objects.values_list("page_id", "published_at"):
            ends = [f"page:{page}:{moment.isoformat()}"]
            ends += [f"mail:{page}:{moment.isoformat()}:{number}" for number in range(MAILS)]
            asked |= {quote(end, safe="") for end in ends}
        return [*(f"lost: {key}" for key in asked - held), *(f"foreign: {key}" for key in held - asked)]

    def doubled(self) -> list[str]:
        """Effects that ran twice though the process that ran them first lived to tell."""
        runs: dict[str, list[int]] = {}
        for line in self.ledger.read_text().splitlines():
            pid, key = line.split(" ", 1)
            runs.setdefault(key, []).append(int(pid))
        return [f"doubled: {key}" for key, pids in runs.items() if not set(pids[:-1]) <= set(self.killed)]


# --- Planted faults ---------------------------------------------------------------------------------------------------
def no_fault(draining, recording) -> None:
    """Nothing is changed."""


def lose(draining, recording) -> None:
    """Mark as done before running."""
    run = draining._run

    def done_first(effect):
        type(effect).objects.filter(pk=effect.pk).update(state=effect.State.DONE)
        return run(effect)

    draining._run = done_first


def double(draining, recording) -> None:
    """Let each try have a key of its own."""
    values = recording._values
    recording._values = lambda *args: {**(found := values(*args)), "key": f"{found['key']}:{uuid.uuid4().hex}"}


FAULTS = {"": no_fault, "lost": lose, "doubled": double}


# --- What the processes do --------------------------------------------------------------------------------------------
def make_stories() -> None:
    """A site with some stories."""
    from tests import factories

    factories.make_site()
    newsroom = factories.place_for("news.CurrentMatterPage")
    for _number in range(STORIES):
        factories.make_page("news.CurrentMatterPage", newsroom)


def publish_for_ever() -> None:
    """Publish one story after the other, as editors do."""
    from news import publications
    from news.models import StoryPage

    while True:
        for story in StoryPage.objects.all():
            story.specific.save_revision().publish()
            publications.record_new()


def work_off_a_while() -> None:
    """As the scheduler does, without a rest."""
    from news import publications

    for _round in range(ROUNDS):
        publications.work_off()


def work_off_to_the_end() -> None:
    """Until nothing is to be done any more; each effect in its time."""
    from kasper_site.delivery.models import Effect
    from news import publications

    limit = time.monotonic() + PATIENCE
    publications.work_off()
    while Effect.objects.filter(state__in=["waiting", "running"]).exists() and time.monotonic() < limit:
        publications.work_off()


def end_leases() -> None:
    """What the killed processes had claimed is taken for theirs no longer, as if a minute had passed."""
    from django.utils import timezone

    from kasper_site.delivery.models import Effect

    Effect.objects.filter(state__in=["waiting", "running"]).update(next_try_at=timezone.now())


def unfinished() -> list[str]:
    """Stories that nobody recorded, effects that are not done."""
    from kasper_site.delivery.models import Effect
    from news import publications
    from news.models import StoryPage

    stories = [f"not recorded: {story.pk}" for story in StoryPage.objects.all() if not publications.is_recorded(story)]
    return stories + [f"{effect.state}: {effect.key}" for effect in Effect.objects.exclude(state="done")]


def main() -> None:
    """Run the drill; it ends with 1 where something is wrong, and its report is a line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fault", choices=[name for name in FAULTS if name], default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kasper-drill-") as folder:
        os.environ["VAR_DIR"] = folder
        os.environ.setdefault("SECRET_KEY", uuid.uuid4().hex * 2)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kasper_site.settings.base")
        os.environ.setdefault("LOG_LEVEL", "ERROR")
        set_up()
        run(Drill(Path(folder) / "drill", options.seed, options.fault), options.kills)


def set_up() -> None:
    """Django without a connection: those of a process do not live in another one."""
    import django

    django.setup()
    from kasper_site.delivery import published

    published._subscribers.clear()  # what hangs on a commit is not the outbox's


def run(drill: Drill, kills: int) -> None:
    """Set up, kill, finish, judge."""
    from kasper_site.operations import first_run

    for step in (lambda: first_run.migrate(lambda words: None), make_stories):
        if not drill.finish(step):
            sys.exit("The drill could not be set up.")
    limit = time.monotonic() + PATIENCE
    while len(drill.killed) < kills and time.monotonic() < limit:
        drill.wave()
    drill.finish(work_off_to_the_end)
    sys.exit(0 if drill.finish(drill.judge) else 1)


if __name__ == "__main__":
    main()
