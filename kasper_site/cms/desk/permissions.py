"""What a permission allows, in words; Django keeps their names in English in the database."""

from django.contrib.auth.models import Permission
from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "add": _("Add"),
    "change": _("Change"),
    "delete": _("Delete"),
    "bulk": _("Delete with everything below"),
    "publish": _("Publish"),
    "lock": _("Lock"),
    "unlock": _("Unlock"),
    "choose": _("Choose"),
    "view": _("View"),
}


def words(permission: Permission | None) -> str:
    """What it allows, for those who hear the form: "Change: person"; "" for no permission."""
    if permission is None:
        return ""
    action = ACTIONS.get(permission.codename.split("_")[0], permission.name)
    return f"{action}: {permission.content_type.name}"
