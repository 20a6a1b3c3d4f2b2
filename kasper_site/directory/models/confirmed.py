"""Facts carry the date on which somebody last made sure of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class Confirmed(index.Indexed, models.Model):
    """A fact with the date of its last confirmation, which the site shows."""

    confirmed_on = models.DateField(
        _("last confirmed"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody last made sure that this is true. It shows on the site."),
    )

    class Meta:
        abstract = True
