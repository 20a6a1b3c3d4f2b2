"""Lists of stories: the whole site's and a project's own."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from kasper_site.cms.models import BasePage
from news import listing


class StoryListPage(BasePage):
    """A list of stories by year and kind, as plain links."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    class Meta:
        abstract = True

    def stories(self):
        """The visible stories that the list is made of."""
        raise NotImplementedError

    def get_context(self, request, *args, **kwargs):
        return {
            **super().get_context(request, *args, **kwargs),
            **listing.archive(self.stories(), request.GET),
        }


class NewsIndexPage(StoryListPage):
    """All stories of a language."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.ReleasePage", "news.CurrentMatterPage"]
    template = "news/news_index_page.html"
    page_description = _("The list of all releases and current matters.")

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")

    def stories(self):
        return listing.in_language(self.locale_id)


class ProjectNewsIndexPage(StoryListPage):
    """A project's own current matters: those below it, and those that name the project."""

    max_count_per_parent = 1
    parent_page_types = ["projects.ProjectPage"]
    subpage_types = ["news.ReleasePage", "news.CurrentMatterPage"]
    template = "news/news_index_page.html"
    page_description = _("The list of one project’s own releases and current matters.")

    class Meta:
        verbose_name = _("project's current matters")
        verbose_name_plural = _("projects' current matters")

    def stories(self):
        return listing.about(self.get_parent())
