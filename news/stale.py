"""Where today's facts differ from those that a release named when it became public."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from kasper_site.directory import own_pages, wording
from kasper_site.directory.models import Person
from kasper_site.directory.rich_text import facts as directory_facts
from kasper_site.directory.rich_text.facts import Facts
from kasper_site.directory.rich_text.values import part_words
from news import named_facts, snapshots
from news.named_facts import Owner

_ORDER = ("phone", "email", "address", "hours")


@dataclass(frozen=True)
class Change:
    """Whose facts have changed, what holds now in words, and the page that tells more, if a visitor may see one."""

    name: str
    words: str
    page: Page | None = None

    @property
    def text(self) -> str:
        """The same without a link."""
        return f"{self.name}: {self.words}"


def changes(page) -> list[Change]:
    """What has changed since, owner by owner. Four queries at most, one more where there is a change."""
    owners = snapshots.owners_in(getattr(page, "snapshot", None))
    if not owners:
        return []
    facts = directory_facts.current()
    found = {key: words for key, entry in owners.items() if (words := _words(key, entry, facts))}
    pages = own_pages.in_language(page.locale_id) if found else {}
    return [Change(_name(key, owners[key], facts), words, pages.get(_place(key))) for key, words in found.items()]


def _words(key: str, entry: dict, facts: Facts) -> str:
    """What holds now of an owner's changed parts; "" where nothing has changed or the contact box tells it."""
    owner = named_facts.owner_of(key, facts)
    if owner is None:
        return "" if key.startswith("person:") else _("is no longer there")
    if isinstance(owner, Person) and not owner.is_current:
        return ""
    today = named_facts.parts_of(owner, facts)
    changed = [part for part in _ORDER if part in entry["parts"] and today.get(part) != entry["parts"][part]]
    return "; ".join(_part_words(owner, part, facts) for part in changed)


def _part_words(owner: Owner, part: str, facts: Facts) -> str:
    value = _value(owner, part, facts)
    # Translators: a fact of a service, place or person and what it is now: "phone 044 350 5179"
    words = _("%(part)s %(value)s") if value else _("%(part)s: none any more")
    return words % {"part": part_words(part), "value": value}


def _value(owner: Owner, part: str, facts: Facts) -> str:
    if part == "hours":
        return wording.hours_words(facts.schedule(owner))
    return owner.address if part == "address" else getattr(owner, f"public_{part}", "")


def _name(key: str, entry: dict, facts: Facts) -> str:
    """The owner's name today, or the one that was kept."""
    owner = named_facts.owner_of(key, facts)
    return owner.name if owner else entry["name"].get((get_language() or "fi")[:2]) or entry["name"]["fi"]


def _place(key: str) -> tuple[str, int]:
    kind, pk = key.split(":")
    return kind, int(pk)
