"""Pictures and documents with what is known of them: maker, licence, focal point, description."""

from pathlib import Path

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.utils.file import hash_filelike

from kasper_site.cms.models import SiteDocument, SiteImage
from kasper_site.cms.uploads import document_text
from kasper_site.demo import fields
from kasper_site.demo.references import ContentError, read
from kasper_site.demo.registry import Registry, Tally, Verdict, checksum, fingerprint

IMAGE_FIELDS = {"title": "title", "alt": "description", "credit": "credit", "licence": "licence"}
DOCUMENT_FIELDS = {name: name for name in ("title", "kind", "language", "credit", "licence")}


def load(folder: Path, registry: Registry) -> list[Tally]:
    """Every picture of `images/images.yaml` and every document of `documents/documents.yaml`."""
    return [
        _catalogue("Pictures", folder / "images" / "images.yaml", "image", SiteImage, _image_values, registry),
        _catalogue(
            "Documents", folder / "documents" / "documents.yaml", "document", SiteDocument, _document_values, registry
        ),
    ]


def _catalogue(step: str, catalogue: Path, kind: str, model, values_of, registry: Registry) -> Tally:
    tally = Tally(step)
    for entry in read(catalogue, catalogue.name) or []:
        where = f"{catalogue.name} ({entry.get('key', '?')})"
        try:
            file, name = catalogue.parent / entry["file"], f"{kind} {entry['key']}"
        except KeyError as error:
            raise ContentError(where, f"{error.args[0]} is missing") from error
        if not file.is_file():
            raise ContentError(where, f"there is no file {entry['file']}")
        tally.add(_keep(registry, name, model, values_of(entry), file, where), entry["key"])
    return tally


@transaction.atomic
def _keep(registry: Registry, name: str, model, values: dict, file: Path, where: str) -> Verdict:
    """Bring one file and its row up to the catalogue, unless an editor has changed or deleted it."""
    row = registry.row(name)
    instance = model.objects.filter(pk=row.object_id).first() if row else None
    data = file.read_bytes()
    source = checksum([values, checksum(data)])
    verdict = registry.judge(name, source, fingerprint(instance) if instance else None)
    if not verdict.is_to_load:
        return verdict
    instance = instance or model()
    _set_file(instance, file.name, data)
    for field, value in values.items():
        setattr(instance, field, value)
    fields.clean(instance, where)
    instance.save()
    registry.record(name, instance.pk, source, fingerprint(model.objects.get(pk=instance.pk)))
    return verdict


def _set_file(instance, name: str, data: bytes) -> None:
    """Give the row its file, but not the same one a second time: each upload gets a new address."""
    new_hash = hash_filelike(ContentFile(data))
    if instance.file_hash != new_hash:
        instance.file = ContentFile(data, name=name)
        instance.file_size, instance.file_hash = len(data), new_hash
        if isinstance(instance, SiteDocument):
            document_text.read_at_once(instance, name, data, document_text.IN_PEACE)


def _image_values(entry: dict) -> dict:
    focus = entry.get("focal_point") or {}
    return {
        **{field: entry.get(key, "") for key, field in IMAGE_FIELDS.items()},
        **{f"focal_point_{name}": focus.get(name) for name in ("x", "y", "width", "height")},
    }


def _document_values(entry: dict) -> dict:
    return {field: entry[key] for key, field in DOCUMENT_FIELDS.items() if key in entry}
