"""How often something was searched for in a week, told as little as possible; `search.counting` writes it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class QueryCount(models.Model):
    """One search term of one week, or (`digest` "") all the searches of the week that are not to be told.

    `term` is empty until the week's keyed hash, `digest`, has been counted three times; when the week is over, the
    hash goes (None), and so does the row if it never came to have a term.
    """

    week = models.DateField(_("week"))  # its Monday
    language = models.CharField(_("language"), max_length=10)
    digest = models.CharField(max_length=64, null=True, editable=False)
    term = models.CharField(_("search words"), max_length=100, blank=True)
    count = models.PositiveIntegerField(_("searches"), default=1)
    empty_count = models.PositiveIntegerField(_("nothing found"), default=0)

    class Meta:
        verbose_name = _("search word")
        verbose_name_plural = _("search words")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["week", "language", "digest"], condition=Q(digest__isnull=False), name="search_count_once"
            )
        ]

    def __str__(self):
        return self.term or "…"
