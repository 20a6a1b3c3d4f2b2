"""A publication's effects as rows: one for each, or one for all of a kind where they are many."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from kasper_site.delivery.models import Effect, Publication
from kasper_site.delivery.outbox.kinds import kind
from news.receipt import wording

State = Effect.State
FEW = 3  # effects of one kind that stand in a row of their own
OPEN = (State.WAITING, State.RUNNING)
SOON = timedelta(seconds=15)


@dataclass(frozen=True)
class Row:
    """A line of the receipt. `which` names its failed effects for a retry; "" where there is nothing to retry."""

    label: str
    state: str
    note: str = ""
    tries: str = ""
    next_try: str = ""
    which: str = ""
    is_late: bool = False

    @property
    def state_words(self) -> str:
        """The state as the editor reads it."""
        return State(self.state).label

    @property
    def is_open(self) -> bool:
        """Whether something is still to come."""
        return self.state in OPEN


@dataclass(frozen=True)
class Receipt:
    """A publication with its rows, and how soon something may change: None where nothing will by itself."""

    publication: Publication
    rows: list[Row]
    next_change_at: datetime | None

    @property
    def is_finished(self) -> bool:
        """Whether nothing is to come any more."""
        return not any(row.is_open for row in self.rows)

    @property
    def summary(self) -> str:
        """How far it is: "4/6 ready, 1 failed"."""
        states = [row.state for row in self.rows]
        return wording.progress(states.count(State.DONE), len(states), states.count(State.FAILED))


def receipts(publications: list[Publication]) -> list[Receipt]:
    """Their receipts, in a steady number of queries however many effects there are."""
    effects = Effect.objects.filter(publication__in=publications)
    counted = list(effects.order_by().values("publication_id", "kind").annotate(**COUNTS))
    few = {(group["publication_id"], group["kind"]) for group in counted if group["total"] <= FEW}
    singles = defaultdict(list)
    for effect in effects.filter(kind__in={name for _pk, name in few}).defer("payload"):
        if (effect.publication_id, effect.kind) in few:
            singles[effect.publication_id, effect.kind].append(effect)
    groups = defaultdict(list)
    for group in sorted(counted, key=_place):
        groups[group["publication_id"]].append(group)
    return [_receipt(publication, groups[publication.pk], singles) for publication in publications]


COUNTS = {
    "total": Count("pk"),
    **{state: Count("pk", filter=Q(state=state)) for state in State.values},
    "next_at": Min("next_try_at", filter=Q(state__in=OPEN)),
    "error": Max("note", filter=Q(state=State.FAILED)),
}


def _place(group: dict) -> tuple[int, str]:
    one = kind(group["kind"])
    return (one.order if one else 1000), group["kind"]


def _label(name: str) -> str:
    one = kind(name)
    return str(one.label) if one else name


def _receipt(publication: Publication, groups: list[dict], singles: dict) -> Receipt:
    rows: list[Row] = []
    for group in groups:
        found = singles.get((publication.pk, group["kind"]))
        rows += [_single(effect) for effect in found] if found else [_many(publication, group)]
    moments = [group["next_at"] for group in groups if group["next_at"]]
    return Receipt(publication, rows, min(moments, default=None))


def _single(effect: Effect) -> Row:
    return Row(
        label=_label(effect.kind),
        state=effect.state,
        note=effect.note,
        tries=wording.tries(effect.tries) if effect.tries > 1 else "",
        next_try=wording.next_try(effect.next_try_at) if effect.state == State.WAITING and effect.tries else "",
        which=str(effect.pk) if effect.state == State.FAILED else "",
    )


def _many(publication: Publication, group: dict) -> Row:
    """All effects of a kind in one row: "Sähköpostit: 120/200 valmiina, 1 epäonnistui"."""
    failed = group[State.FAILED]
    note = wording.progress(group[State.DONE], group["total"], failed, group[State.DROPPED])
    if failed and group["error"]:
        told = _("The error: %(words)s") % {"words": group["error"]}
        note = f"{note}\n{told}"
    is_later = group["next_at"] and group["next_at"] > timezone.now() + SOON and not group[State.RUNNING]
    return Row(
        label=_label(group["kind"]),
        state=_state(group),
        note=note,
        next_try=wording.next_try(group["next_at"]) if is_later else "",
        which=f"{publication.pk}:{group['kind']}" if failed else "",
    )


def _state(group: dict) -> str:
    """The state of many: as long as one is to come, they are under way."""
    if group[State.WAITING] == group["total"]:
        return State.WAITING
    if group[State.WAITING] or group[State.RUNNING]:
        return State.RUNNING
    return next(state for state in (State.FAILED, State.DONE, State.DROPPED) if group[state])


def failed(which: str, page_id: int) -> Iterable[Effect]:
    """The failed effects that a row's `which` names, if they are the page's; none for what is not understood."""
    effects = Effect.objects.filter(publication__page_id=page_id, state=State.FAILED)
    number, _colon, name = which.partition(":")
    if not number.isdecimal() or len(number) > 18:
        return effects.none()
    return effects.filter(publication_id=number, kind=name) if name else effects.filter(pk=number)
