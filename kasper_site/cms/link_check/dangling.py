"""Keeps the reference index's knowledge of links to what was deleted.

Wagtail drops the references to a deleted page or file, so nothing would tell that links to it are left. After the
deletion, the pages that link to it are read once more; their references then lead to nothing, which `inside` tells.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import pre_delete
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex


def connect() -> None:
    """Listen to deletions of pages and files."""
    for model in (Page, get_document_model()):
        pre_delete.connect(on_deletion, sender=model, dispatch_uid=f"dangling {model._meta.label}")


def on_deletion(sender, instance, **kwargs) -> None:
    """Read the pages that link to it once more when it is gone."""
    references = ReferenceIndex.get_references_to(instance)
    sources = set(references.values_list("content_type_id", "object_id"))
    if sources:
        transaction.on_commit(lambda: read_again(sources), robust=True)


def read_again(sources: set[tuple[int, str]]) -> None:
    """Bring the references of the sources up to date: (content type, key) of each; those deleted too are left out."""
    for content_type in ContentType.objects.filter(pk__in={type_id for type_id, _key in sources}):
        keys = {key for type_id, key in sources if type_id == content_type.pk}
        model = content_type.model_class()
        for source in model._base_manager.filter(pk__in=keys):
            with transaction.atomic():
                ReferenceIndex.create_or_update_for_object(source)
