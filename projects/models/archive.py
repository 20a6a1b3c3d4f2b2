"""The material archive: every project's materials, filtered without JavaScript."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from kasper_site.cms.models import BasePage
from projects import archive


class MaterialArchivePage(BasePage):
    """Guides, handbooks and reports by project, phase, year and type."""

    introduction = models.TextField(_("introduction"), blank=True)

    max_count_per_parent = 1
    parent_page_types = ["projects.ProjectIndexPage"]
    subpage_types = []
    template = "projects/material_archive_page.html"
    page_description = _("Every project’s guides and reports in one list. It fills itself.")

    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = _("material archive")
        verbose_name_plural = _("material archives")

    def get_context(self, request, *args, **kwargs):
        return {
            **super().get_context(request, *args, **kwargs),
            **archive.context(archive.materials(self.locale_id), request.GET),
        }
