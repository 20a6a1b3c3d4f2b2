"""What all facts have: the date on which somebody last made sure of them, and a preview in each language."""

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import PreviewableMixin
from wagtail.search import index

from kasper_site.cms import previews
from kasper_site.directory.forms import FactForm

SORT_HELP = _("The smallest number comes first, for example 10, 20, 30. Where numbers are equal, the name decides.")


class Confirmed(PreviewableMixin, index.Indexed, models.Model):
    """A fact with the date of its last confirmation, which the site shows."""

    confirmed_on = models.DateField(
        _("last confirmed"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody last made sure that this is true. It shows on the site."),
    )

    base_form_class = FactForm
    confirmed_panel = MultiFieldPanel(
        [FieldPanel("is_confirmed_today"), FieldPanel("confirmed_on")], _("Checking the facts")
    )

    preview_modes = [("fi", _("In Finnish")), ("sv", _("In Swedish")), ("en", _("In English"))]
    preview_sizes = previews.SIZES

    class Meta:
        abstract = True

    def serve_preview(self, request, mode_name):
        """The fact as a page in that language shows it."""
        with translation.override(mode_name):
            return super().serve_preview(request, mode_name).render()

    def get_preview_template(self, request, mode_name):
        return "directory/fact_preview.html"
