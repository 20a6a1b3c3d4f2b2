"""What a fact in running text says today, in the active language."""

from dataclasses import dataclass

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kasper_site.directory import wording
from kasper_site.directory.models import Person, Place
from kasper_site.directory.rich_text.facts import Facts, HelpPoint
from kasper_site.directory.rich_text.keys import PARTS, FactKey


@dataclass(frozen=True)
class Value:
    """The words of a fact, where they lead ("" for nowhere), whose it is, and whether the owner has such a fact."""

    text: str
    href: str = ""
    owner: str = ""
    is_known: bool = True

    @property
    def html(self) -> SafeString:
        """As visitors get it."""
        return format_html('<a href="{}">{}</a>', self.href, self.text) if self.href else escape(self.text)


def part_words(part: str) -> str:
    """What the part is called: "phone", "opening hours"."""
    return {
        "name": pgettext("fact", "name"),
        "phone": pgettext("fact", "phone"),
        "email": pgettext("fact", "e-mail"),
        "hours": pgettext("fact", "opening hours"),
        "address": pgettext("fact", "address"),
    }[part]


def label(key: FactKey, value: Value | None) -> str:
    """Whose fact it is and which: "Tukiluuri: phone"."""
    if value is None:
        return _("This fact is not in the directory any more")
    # Translators: names a fact of the directory: %(owner)s is "Tukiluuri", %(part)s is "phone"
    return _("%(owner)s: %(part)s") % {"owner": value.owner, "part": part_words(key.part)}


def value_of(key: FactKey | None, facts: Facts) -> Value | None:
    """What the fact says; None where its owner is gone.

    Where the owner has no such fact (a person who has left has no number any more), the owner's name stands for it.
    """
    if key is None:
        return None
    if key.kind == "person":
        person = facts.person(key.pk)
        return person and _of_person(person, key.part)
    point = facts.point(key.model, key.pk)
    return point and _of_point(point, key.part, facts)


def offered(facts: Facts) -> list[tuple[FactKey, Value]]:
    """All facts that an editor may insert, owner by owner; only those that say something."""
    kinds = {Person: "person", Place: "place"}
    keys = (
        FactKey(kind, owner.pk, part)
        for owner in facts.owners()
        for kind in [kinds.get(type(owner), "service")]
        for part in PARTS[kind]
    )
    found = ((key, value_of(key, facts)) for key in keys)
    return [(key, value) for key, value in found if value and value.is_known]


def _of_person(person: Person, part: str) -> Value:
    if part == "name":
        return Value(person.name, owner=person.name)
    if part == "phone":
        return _or_name(person.name, person.public_phone, person.tel)
    return _or_name(person.name, person.public_email, f"mailto:{person.public_email}")


def _of_point(point: HelpPoint, part: str, facts: Facts) -> Value:
    if part == "phone":
        return _or_name(point.name, point.public_phone, point.tel)
    if part == "hours":
        return _or_name(point.name, wording.hours_words(facts.schedule(point)))
    return _or_name(point.name, point.address)


def _or_name(name: str, text: str, href: str = "") -> Value:
    return Value(text, href, name) if text else Value(name, owner=name, is_known=False)
