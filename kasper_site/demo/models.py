"""What the demo loader put into the database, so that a second run knows what is its own and what is an editor's."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LoadedItem(models.Model):
    """One thing that the loader made from the files: a page, a picture, a person, a menu.

    `name` is the kind and the key in the files (`page fi:/tukea/`), `checksum` that of the source, `state` a
    fingerprint of the thing as the loader left it: where the thing has another one now, an editor has changed it.
    """

    name = models.CharField(_("name"), max_length=255, unique=True)
    object_id = models.PositiveBigIntegerField(_("key in the database"))
    checksum = models.CharField(max_length=64)
    state = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("loaded item")
        verbose_name_plural = _("loaded items")
        default_permissions = ()

    def __str__(self):
        return self.name
