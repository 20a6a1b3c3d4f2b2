"""What others have said of us (*meistä sanottua*)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from kasper_site.cms.found import Kind
from news.models.story import StoryPage


class CoveragePage(StoryPage):
    """A piece about us in another medium: who published it, when, where it can be read."""

    source_name = models.CharField(
        _("published by"), max_length=120, help_text=_("The newspaper, channel or other medium.")
    )
    source_url = models.URLField(_("address of the piece"), max_length=500)
    source_language = models.CharField(
        _("language of the piece"),
        max_length=10,
        blank=True,
        help_text=_("Only if it is another than this page's: sv."),
    )

    found_kind = Kind.CURRENT_MATTER
    parent_page_types = ["news.NewsIndexPage", "news.ProjectNewsIndexPage"]
    subpage_types = []
    template = "news/coverage_page.html"
    page_description = _("A piece about us in a newspaper or on another channel, with a link to it.")

    content_panels = [
        *Page.content_panels,
        FieldPanel("public_at", heading=_("Published on")),
        MultiFieldPanel(
            [FieldPanel("source_name"), FieldPanel("source_url"), FieldPanel("source_language")], _("Where it stands")
        ),
        FieldPanel("lead", heading=_("What it says, in our own words")),
        FieldPanel("body"),
        StoryPage.topics_panel,
        MultiFieldPanel([StoryPage.project_panel], _("Part of a project"), classname="collapsed"),
    ]

    class Meta:
        verbose_name = _("coverage")
        verbose_name_plural = _("coverage")

    @property
    def kind_label(self) -> str:
        return _("Others on us")
