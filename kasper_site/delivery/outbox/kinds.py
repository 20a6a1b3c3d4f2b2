"""The kinds of effects, registered by the sections above in their `AppConfig.ready`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from wagtail.models import Page

from kasper_site.delivery.models import Effect, Publication

LEASE = timedelta(seconds=60)

Run = Callable[[Effect], str]
Wanted = Callable[[Page, Publication], Iterable[tuple[str, dict]]]


class Refused(Exception):
    """Raised by an effect that no further try can help; its message is told to the editor, so it is in Finnish."""


class NotYet(Exception):
    """Raised by an effect that another try may help; its message is told as it is, so it is in Finnish."""


class Later(Exception):
    """Raised by an effect whose turn comes at `moment`; the try does not count, and nothing has failed."""

    def __init__(self, moment: datetime, note: str = ""):
        super().__init__(note)
        self.moment = moment


@dataclass(frozen=True)
class Kind:
    """A kind of effect.

    `run(effect)` brings it about and returns a line for the editor; run twice, it comes to the same. It raises
    `Refused` where trying again is of no use, `Later` where its turn has not come, `NotYet` or anything else where
    another try may help. `wanted(page, publication)` yields for each effect of a publication what its key ends with (""
    where there is one only) and its payload. After `lease` an effect under way is taken for one whose process died:
    longer than any run. `even_hidden` ones are brought about for a page that visitors do not see any more, too.
    """

    name: str
    label: str
    run: Run
    wanted: Wanted
    order: int
    lease: timedelta
    even_hidden: bool


_kinds: dict[str, Kind] = {}


def once(page: Page, publication: Publication) -> Iterable[tuple[str, dict]]:
    """One effect for each publication."""
    yield "", {}


def register(
    name: str,
    label: str,
    run: Run,
    *,
    wanted: Wanted = once,
    order: int = 100,
    lease: timedelta = LEASE,
    even_hidden: bool = False,
) -> None:
    """Have `run` called for every publication; `order` is its place on the receipt and in the queue."""
    _kinds[name] = Kind(name, label, run, wanted, order, lease, even_hidden)


def kinds() -> list[Kind]:
    """All kinds, in the receipt's order."""
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.name))


def kind(name: str) -> Kind | None:
    """The kind of that name; None for a row of a version that knew others."""
    return _kinds.get(name)
