"""Groups of editors and what each may do."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Concat
from wagtail.models import Collection, GroupApprovalTask, GroupCollectionPermission, GroupPagePermission, Page

from kasper_site.demo.references import ContentError, read
from kasper_site.demo.registry import Registry, Tally, Verdict, checksum

WAGTAIL_GROUPS = ("Moderators", "Editors")


def load(folder, registry: Registry) -> Tally:
    """The groups of `groups.yaml`; Wagtail's own two give way at the first load, if nobody is in them."""
    file, tally = "groups.yaml", Tally("Groups")
    for values in read(folder / file, file) or []:
        verdict = _keep(registry, values, f"{file} ({values['name']})")
        tally.add(verdict, values["name"])
    if tally.names.get(Verdict.NEW):
        Group.objects.filter(name__in=WAGTAIL_GROUPS, user__isnull=True).delete()
    return tally


@transaction.atomic
def _keep(registry: Registry, values: dict, where: str) -> Verdict:
    name, source = f"group {values['name']}", checksum(values)
    row = registry.row(name)
    group = Group.objects.filter(pk=row.object_id).first() if row else None
    verdict = registry.judge(name, source, _state(group) if group else None)
    if verdict.is_to_load:
        group = group or Group.objects.get_or_create(name=values["name"])[0]
        _grant(group, values, where)
        registry.record(name, group.pk, source, _state(group))
    return verdict


def _grant(group: Group, values: dict, where: str) -> None:
    """Give a group exactly the permissions of its entry: everywhere in the page tree and in all collections."""
    group.permissions.set(_permissions(values.get("site", []), where))
    group.page_permissions.all().delete()
    root = Page.get_first_root_node()
    for kind in values.get("pages", []):
        GroupPagePermission.objects.create(group=group, page=root, permission_type=kind)
    group.collection_permissions.all().delete()
    collection = Collection.get_first_root_node()
    for permission in _permissions(values.get("files", []), where):
        GroupCollectionPermission.objects.create(group=group, collection=collection, permission=permission)
    for task in GroupApprovalTask.objects.all():
        task.groups.remove(group)
        if values.get("is_approver"):
            task.groups.add(group)


def _permissions(names: list[str], where: str) -> list[Permission]:
    """The permissions named `app.codename`."""
    rows = Permission.objects.annotate(label=Concat("content_type__app_label", Value("."), "codename"))
    found = {row.label: row for row in rows.filter(label__in=names)}
    missing = set(names) - set(found)
    if missing:
        raise ContentError(where, f"there is no permission {min(missing)}")
    return list(found.values())


def _state(group: Group) -> str:
    """A short name for all that the group may do."""
    return checksum(
        [
            group.name,
            sorted(group.permissions.values_list("pk", flat=True)),
            sorted(group.page_permissions.values_list("page_id", "permission_id")),
            sorted(group.collection_permissions.values_list("collection_id", "permission_id")),
        ]
    )
