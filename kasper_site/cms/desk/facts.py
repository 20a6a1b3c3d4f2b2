"""Facts that nobody has confirmed for a year: people, services, places.

They stand in an app above this floor, which registers them: `facts.register(Person, describe=…)`. The model has a field
`confirmed_on`; a fact has no drafts, so what is confirmed holds at once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib.auth import get_permission_codename
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.log_actions import log

from kasper_site.cms.desk.boxes import Box, Item
from kasper_site.cms.wording import date_words

LOG_ACTION = "kasper.confirmed"


@dataclass(frozen=True)
class Kind:
    """A model of facts: which of its rows are still in use, and how one reads in a line."""

    model: type[models.Model]
    describe: Callable[[models.Model], str]
    current: Callable[[], models.QuerySet]

    @property
    def key(self) -> str:
        """The kind's name in addresses."""
        return self.model._meta.model_name

    def may_confirm(self, user) -> bool:
        """Whether the user may change facts of this kind."""
        codename = get_permission_codename("change", self.model._meta)
        return user.has_perm(f"{self.model._meta.app_label}.{codename}")


_kinds: dict[str, Kind] = {}


def register(model, *, describe: Callable, current: Callable | None = None) -> None:
    """Let editors confirm the rows of a model, or those that `current()` selects."""
    kind = Kind(model, describe, current or model._default_manager.all)
    _kinds[kind.key] = kind


def kind_of(key: str) -> Kind | None:
    """The kind of that name."""
    return _kinds.get(key)


def unconfirmed(user, today: date | None = None) -> Iterator[tuple[Kind, models.Model]]:
    """The facts that the user may confirm and that nobody has for a year, the oldest of each kind first."""
    limit = a_year_before(today or timezone.localdate())
    for kind in _kinds.values():
        if kind.may_confirm(user):
            rows = kind.current().filter(Q(confirmed_on=None) | Q(confirmed_on__lt=limit))
            for fact in rows.order_by(F("confirmed_on").asc(nulls_first=True), "pk"):
                yield kind, fact


def a_year_before(day: date) -> date:
    """The same day a year earlier; 28 February before 29 February."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def confirm(fact: models.Model, user, today: date | None = None) -> None:
    """Keep that the fact is true today, in its history too."""
    with transaction.atomic():
        fact.confirmed_on = today or timezone.localdate()
        fact.save(update_fields=["confirmed_on"])
        log(instance=fact, action=LOG_ACTION, user=user)


def last_confirmed(fact: models.Model) -> str:
    """When somebody last made sure of it, in words."""
    if not fact.confirmed_on:
        return _("Never confirmed")
    return _("Confirmed %(date)s") % {"date": date_words(fact.confirmed_on)}


def box(user) -> Box:
    """The facts that the user may confirm."""
    finder = AdminURLFinder(user)
    return Box(
        key="facts",
        heading=_("Not confirmed for 12 months"),
        help=_("Is this still true? Visitors see the day of the confirmation."),
        action=_("Confirm"),
        icon="check",
        items=[_item(kind, fact, finder) for kind, fact in unconfirmed(user)],
        is_button=True,
    )


def _item(kind: Kind, fact: models.Model, finder: AdminURLFinder) -> Item:
    detail = "\n".join(part for part in (kind.describe(fact), last_confirmed(fact)) if part)
    url = finder.get_edit_url(fact) or ""
    return Item(str(fact), reverse("desk:confirmed", args=[kind.key, fact.pk]), detail, url)
