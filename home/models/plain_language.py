"""A page told once more in plain language."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home.models.help_pages import HelpPage
from kasper_site.cms import plain_language
from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.desk.source_change import SourceChangePanel
from kasper_site.cms.found import Kind
from kasper_site.cms.models import DISCREET_PANEL, BasePage
from kasper_site.directory import help_points


class PlainLanguagePage(BasePage):
    """What the page above it tells, in plain language; number, address and hours are the same facts (decision 0012)."""

    introduction = models.TextField(
        _("introduction"), max_length=300, help_text=_("One or two short sentences: what this is and for whom.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)

    page_description = _("The page above it told in plain language: short sentences, common words.")
    is_plain_language = True
    found_kind = Kind.PLAIN_LANGUAGE

    max_count_per_parent = 1
    parent_page_types = ["home.ServicePage", "home.PlacePage", "projects.ProjectPage"]
    subpage_types = []
    template = "home/plain_language_page.html"

    # The title is no TitleFieldPanel: that would look for the field of an address that is fixed.
    content_panels = [
        SourceChangePanel(),
        FieldPanel("title", classname="title"),
        FieldPanel("introduction"),
        FieldPanel("body"),
    ]
    promote_panels = [
        MultiFieldPanel([FieldPanel("teaser"), FieldPanel("listing_image")], _("In listings and link previews")),
        MultiFieldPanel(
            [FieldPanel("seo_title"), FieldPanel("search_description"), FieldPanel("is_noindex")],
            _("For search engines"),
        ),
        DISCREET_PANEL,
    ]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction"), index.SearchField("body")]

    class Meta:
        verbose_name = _("plain-language page")
        verbose_name_plural = _("plain-language pages")

    def full_clean(self, *args, **kwargs):
        self.slug = plain_language.SLUG
        super().full_clean(*args, **kwargs)

    def minimal_clean(self):
        self.slug = plain_language.SLUG
        super().minimal_clean()

    def get_context(self, request, *args, **kwargs):
        source = self.source.specific
        return {
            **super().get_context(request, *args, **kwargs),
            "source_page": self.source if self.source in self.breadcrumb_pages else None,
            "help_point": help_points.state_of(source.point) if isinstance(source, HelpPage) else None,
            "project_page": source.visible_project if isinstance(source, HelpPage) else None,
        }

    @property
    def is_neutral_outside(self) -> bool:
        """As the page above it: whoever reads that one safely must be able to read this one so."""
        return self.is_discreet or self.source.specific.is_neutral_outside

    @property
    def neutral_name(self) -> str:
        return self.discreet_title or self.source.specific.neutral_name

    @cached_property
    def source(self) -> Page:
        """The page that this one tells once more; already there where an address led here."""
        above = self.path[: -self.steplen]
        return next((page for page in self.breadcrumb_pages if page.path == above), None) or self.get_parent()
