"""Topics: the keywords by which releases are listed, fed and subscribed to."""

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from kasper_site.cms.safekeeping.fact_form import SeenForm
from kasper_site.cms.translated import Translated


class Topic(index.Indexed, models.Model):
    """A matter that stories are about; `slug` stands in the addresses of its list and feed."""

    name_fi = models.CharField(_("name, in Finnish"), max_length=60, unique=True)
    name_sv = models.CharField(_("name, in Swedish"), max_length=60, blank=True)
    name_en = models.CharField(_("name, in English"), max_length=60, blank=True)
    slug = models.SlugField(
        _("end of the address"),
        max_length=60,
        unique=True,
        blank=True,
        help_text=_(
            "Empty: made from the name. It stands in the addresses of lists and feeds: do not change it later."
        ),
    )

    name = Translated("name")

    base_form_class = SeenForm
    panels = [
        FieldPanel("name_fi"),
        MultiFieldPanel([FieldPanel("name_sv"), FieldPanel("name_en")], _("In other languages"), classname="collapsed"),
        MultiFieldPanel([FieldPanel("slug")], _("Seldom changed"), classname="collapsed"),
    ]

    search_fields = [index.AutocompleteField(name) for name in ("name_fi", "name_sv", "name_en")]

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name_fi"]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        self.slug = self.slug or slugify(self.name_fi) or "aihe"
