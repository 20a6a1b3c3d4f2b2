"""People, services, places, notices and everything else that is one row with a few rows of its own."""

from collections.abc import Iterator

from django.db import models, transaction

from kasper_site.demo import fields
from kasper_site.demo.references import ContentError, GoneError, Resolver, read
from kasper_site.demo.registry import Registry, Tally, Verdict, checksum, fingerprint
from kasper_site.directory.models import Banner, Event, OutsideHelpline, Person, Place, Service
from news.models import Topic
from search.models import Promotion, SynonymGroup

SOURCES = (
    ("People", "person", Person),
    ("Services", "service", Service),
    ("Places", "place", Place),
    ("Helplines", "outside helpline", OutsideHelpline),
    ("Events", "event", Event),
    ("Topics", "topic", Topic),
)
OPTIONAL = ("events", "topics")
LATE_SOURCES = (
    ("banners.yaml", "Notices", "banner", Banner),
    ("synonyms.yaml", "Synonyms", "synonyms", SynonymGroup),
    ("promotions.yaml", "Promoted results", "promotion", Promotion),
)


def load(folder, registry: Registry) -> list[Tally]:
    """What pages name, each of `SOURCES` from a file of its name: `people.yaml`, `services.yaml` and so on."""
    tallies = []
    for step, kind, model in SOURCES:
        file = f"{step.lower()}.yaml"
        tally = Tally(step)
        for values in _rows(folder / file):
            key = values.pop("key", None) or values.get("slug")
            if not key:
                raise ContentError(file, "each entry needs a key or a slug")
            tally.add(keep(registry, f"{kind} {key}", model, values, f"{file} ({key})"), key)
        tallies.append(tally)
    return tallies


def load_after_pages(folder, registry: Registry) -> Iterator[Tally]:
    """The prepared notices and what the search is told, each of `LATE_SOURCES`; they may lead to pages."""
    for file, step, kind, model in LATE_SOURCES:
        yield _load_keyed(folder / file, step, kind, model, registry)


def _load_keyed(file, step: str, kind: str, model: type[models.Model], registry: Registry) -> Tally:
    """Rows of a file that content need not have, each with a key."""
    tally = Tally(step)
    for values in (read(file, file.name) if file.is_file() else None) or []:
        key = values.pop("key", None)
        if not key:
            raise ContentError(file.name, "each entry needs a key")
        tally.add(keep(registry, f"{kind} {key}", model, values, f"{file.name} ({key})"), key)
    return tally


def _rows(file) -> list[dict]:
    """The entries of a file; content need not have those of `OPTIONAL`."""
    return (read(file, file.name) or []) if file.is_file() or file.stem not in OPTIONAL else []


@transaction.atomic
def keep(registry: Registry, name: str, model: type[models.Model], values: dict, where: str, **identity) -> Verdict:
    """Bring one row up to the files, unless an editor has changed or deleted it.

    `identity` names the row where the database allows only one (the settings of a site, the menu of a language).
    """
    row = registry.row(name)
    known = {"pk": row.object_id} if row else identity
    instance = model.objects.filter(**known).first() if known else None
    source = checksum(values)
    verdict = registry.judge(name, source, fingerprint(instance) if instance else None)
    if not verdict.is_to_load:
        return verdict
    instance = instance or model()
    fields.empty(instance)
    for field_name, value in identity.items():
        setattr(instance, field_name, value)
    try:
        fields.fill(instance, values, Resolver(registry), where)
    except GoneError:
        return Verdict.DANGLING
    fields.clean(instance, where)
    instance.save()
    registry.record(name, instance.pk, source, fingerprint(model.objects.get(pk=instance.pk)))
    return verdict
