"""The groups of editors and the workflow between them, in every installation; what they are stands in `groups.yaml`.

`ensure` runs at each `manage.py prepare` and in the demo loader. It makes what is missing the first time and afterwards
only passes on what changed in the file: what an administrator has changed or deleted in the admin stays so.
"""

from dataclasses import dataclass, field
from pathlib import Path

import yaml
from django.contrib.auth.models import Group, Permission
from django.db import models, transaction
from django.db.models import Value
from django.db.models.functions import Concat
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from kasper_site.cms.models import EditorGroup

FILE = Path(__file__).with_name("groups.yaml")
WAGTAIL_GROUPS = ("Moderators", "Editors")
WAGTAIL_WORKFLOW = "Moderators approval"


@dataclass
class Changes:
    """The names of the groups that were made, that got or lost permissions, and that were left as they are."""

    made: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)


def ensure(file: Path = FILE) -> Changes:
    """Make the groups and the workflow, or bring them up to a changed file. A second run changes nothing."""
    wanted = yaml.safe_load(file.read_text(encoding="utf-8"))
    changes = Changes()
    with transaction.atomic():
        is_first = not EditorGroup.objects.exists()
        for values in wanted["groups"]:
            _keep(values, changes)
        if is_first:
            _make_workflow(**wanted["workflow"])
            Group.objects.filter(name__in=WAGTAIL_GROUPS, user__isnull=True).delete()
    return changes


# --- Groups -----------------------------------------------------------------------------------------------------------
def _keep(values: dict, changes: Changes) -> None:
    """Bring one group up to its entry, as far as the entry has changed since the last time."""
    name = values["name"]
    labels = {f"{kind}:{label}" for kind in ("pages", "files", "site") for label in values.get(kind, [])}
    row = EditorGroup.objects.filter(key=name).select_related("group").first()
    if row is None:
        row = EditorGroup(key=name, group=Group.objects.get_or_create(name=name)[0])
        changes.made.append(name)
    elif set(row.granted) == labels:
        changes.same.append(name)
        return
    else:
        changes.changed.append(name)
    if row.group:
        _give(row.group, labels - set(row.granted))
        _take(row.group, set(row.granted) - labels)
    row.granted = sorted(labels)
    row.save()


def _give(group: Group, labels: set[str]) -> None:
    for kind, permissions in _sorted(labels).items():
        if kind == "site":
            group.permissions.add(*permissions)
            continue
        model, place = _places()[kind]
        for permission in permissions:
            model.objects.get_or_create(group=group, permission=permission, **place)


def _take(group: Group, labels: set[str]) -> None:
    for kind, permissions in _sorted(labels).items():
        if kind == "site":
            group.permissions.remove(*permissions)
        else:
            model, place = _places()[kind]
            model.objects.filter(group=group, permission__in=permissions, **place).delete()


def _places() -> dict[str, tuple[type[models.Model], dict]]:
    """Where permissions on pages and files are given: at the roots."""
    return {
        "pages": (GroupPagePermission, {"page": Page.get_first_root_node()}),
        "files": (GroupCollectionPermission, {"collection": Collection.get_first_root_node()}),
    }


def _sorted(labels: set[str]) -> dict[str, list[Permission]]:
    """The permissions named `kind:app.codename` (for pages `pages:action`), by kind; LookupError for an unknown one."""
    codes: dict[str, str] = {}
    for label in labels:
        kind, code = label.split(":")
        codes[label] = f"wagtailcore.{code}_page" if kind == "pages" else code
    rows = Permission.objects.annotate(code=Concat("content_type__app_label", Value("."), "codename"))
    found = {row.code: row for row in rows.filter(code__in=codes.values())}
    if missing := set(codes.values()) - found.keys():
        raise LookupError(f"{FILE.name}: there is no permission {min(missing)}")
    by_kind: dict[str, list[Permission]] = {}
    for label in sorted(labels):
        by_kind.setdefault(label.split(":")[0], []).append(found[codes[label]])
    return by_kind


# --- The workflow -----------------------------------------------------------------------------------------------------
def _make_workflow(name: str, task: str, approvers: list[str]) -> None:
    """Who writes sends, one of the approvers reads and publishes: Wagtail's own workflow with our names and groups."""
    workflow = Workflow.objects.filter(name__in=[WAGTAIL_WORKFLOW, name]).first() or Workflow()
    workflow.name, workflow.active = name, True
    workflow.save()
    step = GroupApprovalTask.objects.filter(workflow_tasks__workflow=workflow).first()
    if step is None:
        step = GroupApprovalTask.objects.create(name=task)
        WorkflowTask.objects.create(workflow=workflow, task=step)
    step.name, step.active = task, True
    step.save()
    step.groups.set(Group.objects.filter(name__in=approvers))
    # A tree that somebody has given a workflow of another kind keeps it.
    WorkflowPage.objects.get_or_create(page=Page.get_first_root_node(), defaults={"workflow": workflow})
