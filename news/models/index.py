"""Lists of stories: the whole site's and a project's own."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from kasper_site.cms.models import BasePage
from news import listing
from news.feeds import links, serving
from news.feeds.asked import Asked, asked


class StoryListPage(BasePage):
    """A list of stories by year, topic, project and kind, as plain links."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    class Meta:
        abstract = True

    own_project: int | None = None
    asked_feed: Asked | None = None

    def route_tail(self, request, components):
        """The list, or below it its feed and those of its topics."""
        self.asked_feed = asked(components)
        return RouteResult(self) if self.asked_feed else super().route_tail(request, components)

    def serve(self, request, *args, **kwargs):
        if self.asked_feed:
            return serving.response(request, self, self.asked_feed)
        return super().serve(request, *args, **kwargs)

    def stories(self):
        """The visible stories that the list is made of."""
        raise NotImplementedError

    def get_context(self, request, *args, **kwargs):
        archive = listing.archive(self.stories(), request.GET, self.own_project)
        feeds = links.of_list(self, archive["topic"])
        return {**super().get_context(request, *args, **kwargs), **archive, "feeds": feeds}


class NewsIndexPage(StoryListPage):
    """All stories of a language."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.ReleasePage", "news.CurrentMatterPage", "news.CoveragePage"]
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
    subpage_types = ["news.ReleasePage", "news.CurrentMatterPage", "news.CoveragePage"]
    template = "news/news_index_page.html"
    page_description = _("The list of one project’s own releases and current matters.")

    class Meta:
        verbose_name = _("project's current matters")
        verbose_name_plural = _("projects' current matters")

    def stories(self):
        return listing.about(self._project)

    @property
    def own_project(self) -> int:
        """The project of all its stories, which no filter need name."""
        return self._project.pk

    @cached_property
    def _project(self) -> Page:
        return self.get_parent()
