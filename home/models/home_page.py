"""The front page of one language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home import front
from kasper_site.cms.models import BasePage


class DoorBlock(blocks.StructBlock):
    """A door for one kind of visitor: their situation in their words, and where it leads."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=80)
    text = blocks.CharBlock(label=_("Text"), max_length=200)
    page = blocks.PageChooserBlock(label=_("Page"))

    class Meta:
        icon = "user"
        label = _("Door")


class AreaBlock(blocks.StructBlock):
    """An area of our work in a sentence or two."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=80)
    text = blocks.CharBlock(label=_("Text"), max_length=300)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)

    class Meta:
        icon = "folder-open-inverse"
        label = _("Area of work")


class HomePage(BasePage):
    """Who we are in one sentence; who helps now; doors, areas of work, news and projects."""

    heading = models.CharField(_("heading"), max_length=120, blank=True, help_text=_("Empty: the page's title."))
    introduction = models.TextField(_("who we are"), help_text=_("One sentence."), max_length=300)
    image = models.ForeignKey(
        "cms.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    doors = StreamField([("door", DoorBlock())], verbose_name=_("doors"), blank=True, max_num=3)
    areas = StreamField([("area", AreaBlock())], verbose_name=_("areas of work"), blank=True)
    news_heading = models.CharField(_("heading of the news"), max_length=80, blank=True)

    max_count_per_parent = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.StandardPage",
        "home.StrategyPage",
        "home.HelpIndexPage",
        "home.EventIndexPage",
        "projects.ProjectIndexPage",
        "news.NewsIndexPage",
        "news.PressRoomPage",
        "home.ContactPage",
        "home.AccessibilityPage",
    ]
    template = "home/home_page.html"
    page_description = _("The first page of the site, one for each language.")
    route_select_related = ("image", "listing_image")

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("heading"), FieldPanel("introduction"), FieldPanel("image")],
            _("Who we are"),
        ),
        FieldPanel("doors", help_text=_("At most three. Each names a visitor’s situation and leads to a page.")),
        FieldPanel("areas"),
        FieldPanel("news_heading", help_text=_("Empty: “Current matters”. The news come by themselves.")),
    ]

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("doors"),
        index.SearchField("areas"),
    ]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def get_context(self, request, *args, **kwargs):
        return {**super().get_context(request, *args, **kwargs), **front.context(self)}

    def linked_pks(self):
        """None: the doors' and areas' pages are looked up by `front`, without reading their streams."""
        return set()
