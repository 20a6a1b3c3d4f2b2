"""Whom the press may call about a release, also when those whom it names have left.

The page and its renderings (PDF, text, mail) show the same: `box(page, settings)`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Case, Q, When
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kasper_site.directory.known import key_of
from kasper_site.directory.models import Person
from news import snapshots

DIRECTOR = "toiminnanjohtaja"


@dataclass(frozen=True)
class Box:
    """The rows of the contact box; names of those who were deleted from the directory; who answers instead.

    `press_contact` is None while everybody whom the release names is with us.
    """

    issuers: list
    cards: list
    lost: list[str]
    press_contact: Person | None


def press_contact(settings) -> Person | None:
    """The general press contact of the site's settings; until an editor names one, the executive director.

    Where there is none, whoever stands first in the staff list.
    """
    chosen = settings.press_contact if settings else None
    if chosen and chosen.is_current:
        return chosen
    directs = Q(role_fi__icontains=DIRECTOR)
    people = Person.objects.current().filter(directs | Q(is_in_staff_list=True))
    return people.order_by(Case(When(directs, then=0), default=1), "sort_order", "pk").first()


def box(page, settings) -> Box:
    """The contact box of a release. One query; few more where somebody has left."""
    rows = list(page.contacts.select_related("person"))
    lost = _lost(page, rows)
    has_gap = bool(lost) or any(row.person.has_left for row in rows)
    instead = press_contact(settings) if has_gap else None
    return Box([row for row in rows if row.is_issuer], [row for row in rows if not row.is_issuer], lost, instead)


def _lost(page, rows: list) -> list[str]:
    """The names of contacts who are not in the directory any more; one whom an editor took out is not among them."""
    named = {key_of(row.person) for row in rows}
    owners = snapshots.owners_in(getattr(page, "snapshot", None))
    missing = {int(key.split(":")[1]): entry for key, entry in owners.items() if entry["contact"] and key not in named}
    there = set(Person.objects.filter(pk__in=missing).values_list("pk", flat=True)) if missing else set()
    language = (get_language() or "fi")[:2]
    return [entry["name"].get(language) or entry["name"]["fi"] for pk, entry in missing.items() if pk not in there]


def as_text(box: Box) -> str:
    """The whole box: name and role, number and when it answers, address; a line each, people apart.

    Of who has left no more is told than the name and that they have.
    """
    people = [_lines(row.person, row.role, row.reachable) for row in (*box.issuers, *box.cards)]
    people += [_left(name) for name in box.lost]
    if box.press_contact:
        people.append(_lines(box.press_contact))
    return "\n\n".join("\n".join(lines) for lines in people)


def _lines(person: Person, role: str = "", reachable: str = "") -> Iterator[str]:
    if person.has_left:
        yield from _left(person.name)
        return
    yield ", ".join(filter(None, (person.name, role or person.role, person.organisation)))
    if person.public_phone:
        phone = person.public_phone.replace("\N{NO-BREAK SPACE}", " ")
        yield f"{phone} ({reachable})" if reachable else phone
    if person.public_email:
        yield person.public_email


def _left(name: str) -> Iterator[str]:
    yield f"{name}, {_('no longer at Kasper')}"
