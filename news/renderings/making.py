"""Makes renderings and keeps them: the outbox's work at each publication."""

from functools import partial

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.signals import post_delete
from django.utils import timezone
from django.utils.translation import gettext as _

from kasper_site.cms.wording import size_words
from kasper_site.delivery.outbox import kinds as outbox
from news.renderings import kinds
from news.renderings.kinds import RECIPES, Kind


def register() -> None:
    """Have every publication of a release make them; called once, when the site starts."""
    for order, kind in enumerate(Kind):
        work = {"run": partial(run, kind), "wanted": partial(wanted, kind)}
        outbox.register(effect_name(kind), kind.label, **work, order=10 + order)
    post_delete.connect(_delete_file, sender=apps.get_model("news", "Rendering"))


def effect_name(kind: Kind) -> str:
    """What the outbox calls the making of a kind."""
    return f"rendering_{kind}"


def wanted(kind: Kind, page, publication):
    """One of each kind for a release; other stories have none."""
    if isinstance(page, apps.get_model("news", "ReleasePage")) and kind in kinds.of(page):
        yield "", {}


def run(kind: Kind, effect) -> str:
    """Make a release's rendering of that kind, unless the one that is kept tells the same."""
    page = apps.get_model("news", "ReleasePage").objects.select_related("locale").get(pk=effect.publication.page_id)
    made = make(page, kind)
    return _("Made, %(size)s.") % {"size": size_words(made.size)} if made else _("Nothing had changed.")


def make(page, kind: Kind):
    """The new rendering; None where the one that is kept was made of the same."""
    recipe, kept = RECIPES[kind], page.renderings.filter(kind=kind).first()
    source = recipe.source(page)
    fingerprint = recipe.fingerprint(source)
    if kept and kept.source_hash == fingerprint and kept.is_there():
        return None
    return _keep(page, kind, fingerprint, recipe.make(source), recipe.pictures(source))


@transaction.atomic
def _keep(page, kind: Kind, fingerprint: str, data: bytes, pictures: list[str]):
    """Put what was made in the place of what was kept; the old file goes when the new one is sure to stay."""
    fresh = {"source_hash": fingerprint, "size": len(data), "made_at": timezone.now()}
    fresh["text"] = data.decode() if kind == Kind.TEXT else ""
    fresh["pictures"] = pictures
    rows = apps.get_model("news", "Rendering").objects.select_for_update()
    rendering, is_new = rows.get_or_create(page=page, kind=kind, defaults=fresh)
    old_file = "" if is_new else rendering.file.name
    for name, value in fresh.items():
        setattr(rendering, name, value)
    if kind != Kind.TEXT:
        rendering.file.save(RECIPES[kind].filename, ContentFile(data), save=False)
    rendering.save()
    page.renderings.update(checked_at=None)  # another one may hold this one: the ZIP has the text and the PDF
    if old_file:
        transaction.on_commit(partial(rendering.file.storage.delete, old_file), robust=True)
    return rendering


def _delete_file(sender, instance, **kwargs) -> None:
    """With the row goes its file."""
    if instance.file:
        transaction.on_commit(partial(instance.file.storage.delete, instance.file.name), robust=True)
