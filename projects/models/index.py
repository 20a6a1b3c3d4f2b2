"""The list of projects."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from kasper_site.cms.models import BasePage
from projects import listing


class ProjectIndexPage(BasePage):
    """All that we do and have done: what goes on first, then what is over."""

    introduction = models.TextField(_("introduction"), blank=True)

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["projects.ProjectPage", "projects.MaterialArchivePage"]
    template = "projects/project_index_page.html"
    page_description = _("The list of all projects, those that go on first.")

    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = _("list of projects")
        verbose_name_plural = _("lists of projects")

    def get_context(self, request, *args, **kwargs):
        return {**super().get_context(request, *args, **kwargs), **listing.grouped(self)}
