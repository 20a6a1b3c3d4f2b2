"""What a release named when it became public, kept so that the page can tell by itself what has changed since.

`ReleaseSnapshot.facts` is `{"version": 1, "owners": {key: {"name": {fi, sv, en}, "parts": {…}, "contact": bool}}}`,
with keys and parts as in `news.named_facts`. A link to a service, place or contact keeps all of its parts, a text those
that were typed. A later publication renews only what the text then types anew; what it no longer names goes.
"""

from collections.abc import Iterable

from django.apps import apps
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from kasper_site.delivery.models import Effect, Publication
from kasper_site.directory.known import key_of
from kasper_site.directory.models import Person
from kasper_site.directory.rich_text.facts import Facts
from news import named_facts
from news.named_facts import Owner

VERSION = 1
LANGUAGES = ("fi", "sv", "en")


def wanted(page: Page, publication: Publication) -> Iterable[tuple[str, dict]]:
    """For the outbox: one for each publication of a release."""
    if isinstance(page, apps.get_model("news", "ReleasePage")):
        yield "", {}


def run(effect: Effect) -> str:
    """The outbox's effect; run twice, it comes to the same."""
    page = apps.get_model("news", "ReleasePage").objects.get(pk=effect.publication.page_id)
    take(page)
    return _("Kept what it tells: if a number or hours change later, the page says so.")


def take(page) -> None:
    """Make the snapshot of a release, or renew it after a later publication."""
    snapshots = apps.get_model("news", "ReleaseSnapshot").objects
    kept = snapshots.filter(page=page).first()
    owners = owners_in(kept)
    facts = {"version": VERSION, "owners": _renewed(page, owners)}
    if kept is None:
        snapshots.get_or_create(page=page, defaults={"facts": facts, "made_at": timezone.now()})
    elif kept.facts != facts:
        snapshots.filter(pk=kept.pk).update(facts=facts)


def owners_in(snapshot) -> dict[str, dict]:
    """The owners that a snapshot tells of; none where there is no snapshot, or one of a version we do not know."""
    return snapshot.facts["owners"] if snapshot and snapshot.facts.get("version") == VERSION else {}


def _renewed(page, old: dict[str, dict]) -> dict[str, dict]:
    """Of each owner that the page names: what was kept where that is still named, else what holds today."""
    facts = Facts()
    linked = named_facts.linked(page)
    everybody = {key_of(owner): owner for owner in facts.owners()} | linked
    today = {key: named_facts.parts_of(owner, facts) for key, owner in everybody.items()}
    typed_now = named_facts.typed(page, today, {key: owner.name for key, owner in everybody.items()})
    typed_then = _still_typed(page, old)
    found: dict[str, dict] = {}
    for key in sorted({*linked, *(key for key, _part in typed_now | typed_then), *_lost_contacts(old, linked)}):
        entry = _entry(everybody.get(key), old.get(key), is_contact=isinstance(linked.get(key), Person))
        kept = old.get(key, {}).get("parts", {})
        parts = {**today.get(key, {}), **kept} if key in linked else {}
        parts |= {part: kept[part] for one, part in typed_then if one == key}
        parts |= {part: today[key][part] for one, part in typed_now if one == key}
        found[key] = {**entry, "parts": parts}
    return found


def _still_typed(page, old: dict[str, dict]) -> set[tuple[str, str]]:
    """What the text still says as it was kept."""
    names = {key: entry["name"]["fi"] for key, entry in old.items()}
    return named_facts.typed(page, {key: entry["parts"] for key, entry in old.items()}, names)


def _lost_contacts(old: dict[str, dict], linked: dict[str, Owner]) -> list[str]:
    """Contacts who were deleted since: their rows went with them, their names stay here."""
    keys = [key for key, entry in old.items() if entry["contact"] and key not in linked]
    there = Person.objects.filter(pk__in=[int(key.split(":")[1]) for key in keys]).values_list("pk", flat=True)
    return [key for key in keys if int(key.split(":")[1]) not in there]


def _entry(owner: Owner | None, old: dict | None, *, is_contact: bool) -> dict:
    """Name and part of an owner, as it is today; of one who is gone as it was."""
    if owner is None:
        return {name: value for name, value in (old or {}).items() if name != "parts"}
    names = {code: getattr(owner, f"name_{code}", "") or getattr(owner, "name_fi", owner.name) for code in LANGUAGES}
    return {"name": names, "contact": is_contact}
