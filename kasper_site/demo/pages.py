"""Pages: first every page bare, so that all can refer to all; then each one filled and published."""

from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail.search import index

from kasper_site.demo import fields
from kasper_site.demo.page_sources import PageSource
from kasper_site.demo.references import ContentError, GoneError, Resolver
from kasper_site.demo.registry import Registry, Tally, Verdict


@transaction.atomic
def load(sources: list[PageSource], registry: Registry) -> Tally:
    """Bring the pages up to their files, but for those that an editor has changed or deleted."""
    tally = Tally("Pages")
    verdicts = _judge(sources, registry)
    for source in sources:
        if verdicts[source.name] is Verdict.NEW:
            verdicts[source.name] = _plant(source, sources, registry)
    errors = []
    for source in sources:
        verdict = verdicts[source.name]
        try:
            tally.add(_publish(source, verdict, registry) if verdict.is_to_load else verdict, source.reference.key)
        except ContentError as error:
            errors.append(str(error))
    if errors:
        raise ContentError("pages", "\n".join(["nothing was loaded", *errors]))
    return tally


def _judge(sources: list[PageSource], registry: Registry) -> dict[str, Verdict]:
    """What to do with each page, from one query."""
    rows = Page.objects.values_list("pk", "latest_revision_id", "live")
    states = {pk: _state(revision, live) for pk, revision, live in rows}
    verdicts = {}
    for source in sources:
        row = registry.row(source.name)
        verdicts[source.name] = registry.judge(source.name, source.checksum, states.get(row.object_id) if row else None)
    return verdicts


def _state(revision_id: int | None, is_live: bool) -> str:
    """What tells whether an editor has saved, published or unpublished a page since we did."""
    return f"revision {revision_id} {'live' if is_live else 'not live'}"


def _plant(source: PageSource, sources: list[PageSource], registry: Registry) -> Verdict:
    """Create a page at its place in the tree with its plain values, not public yet."""
    page = source.model(title=source.title, slug=source.slug, live=False, first_published_at=_published_at(source))
    page.locale = Locale.objects.get(language_code=source.language)
    resolver = Resolver(registry, is_lenient=True)
    try:
        fields.fill(page, _simple_values(source), resolver, source.where)
        if source.translation_of:
            original = Resolver(registry).pk(source.translation_of, f"{source.where}: translation_of")
            page.translation_key = Page.objects.get(pk=original).translation_key
        parent = _parent(source, registry)
        page.clean_fields(exclude={field.name for field in page._meta.fields} - {"title", "slug"})
        _attach(page, parent, _next_sibling(source, sources, parent, registry))
    except GoneError:
        registry.mark_gone(source.name)
        return Verdict.DANGLING
    except ValidationError as error:
        raise ContentError(source.where, fields.in_words(error)) from error
    registry.record(source.name, page.pk, "", "")
    return Verdict.NEW


def _simple_values(source: PageSource) -> dict:
    """The page's values but for its blocks and rows, which wait until all pages are there."""
    return {
        name: value
        for name, value in source.fields.items()
        if fields.is_simple(source.model, name, f"{source.where}: {name}")
    }


def _parent(source: PageSource, registry: Registry) -> Page:
    if source.parent is None:
        return Page.get_first_root_node()
    pk = Resolver(registry).pk(source.parent, source.where)
    parent = Page.objects.get(pk=pk)
    if not source.model.can_exist_under(parent):
        label = source.model._meta.label
        raise ContentError(source.where, f"a {label} cannot stand below a {parent.specific_class._meta.label}")
    return parent


def _next_sibling(source: PageSource, sources: list[PageSource], parent: Page, registry: Registry) -> Page | None:
    """The page that is there already and is to stand right after the new one."""
    later = [other for other in sources if other.parent == source.parent and other.language == source.language]
    for other in later[later.index(source) + 1 :]:
        row = registry.row(other.name)
        sibling = parent.get_children().filter(pk=row.object_id).first() if row else None
        if sibling:
            return sibling
    return None


def _attach(page: Page, parent: Page, sibling: Page | None) -> None:
    if sibling:
        sibling.add_sibling(pos="left", instance=page)
    else:
        parent.add_child(instance=page)


def _publish(source: PageSource, verdict: Verdict, registry: Registry) -> Verdict:
    """Fill a page from its file and publish it through a revision."""
    page = Page.objects.get(pk=registry.row(source.name).object_id).specific
    fields.empty(page)
    page.title = source.title
    try:
        fields.fill(page, source.fields, Resolver(registry), source.where)
    except GoneError:
        return Verdict.DANGLING
    fields.clean(page, source.where)
    if source.published_on and page.first_published_at != _published_at(source):
        page.first_published_at = _published_at(source)
        page.save(update_fields=["first_published_at"])
    # The page's history offers to bring back only what has an entry of its saving.
    revision = page.save_revision(clean=False, log_action=True)
    revision.publish()
    page = source.model.objects.get(pk=page.pk)
    index.insert_or_update_object(page)  # the index saw the page before its rows (contacts, materials) were saved
    registry.record(source.name, page.pk, source.checksum, _state(page.latest_revision_id, page.live))
    return verdict


def _published_at(source: PageSource) -> datetime | None:
    """The moment of first publication; only its day is known, so noon: the same day in every zone near ours."""
    if source.published_on is None:
        return None
    return timezone.make_aware(datetime.combine(source.published_on, time(12)))
