"""A page of text, and pages below it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from kasper_site.cms import visibility
from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.models import BasePage


class StandardPage(BasePage):
    """About us, privacy and whatever else is text. It lists the pages below it, if there are any."""

    introduction = models.TextField(_("introduction"), blank=True, help_text=_("The main thing, in a few sentences."))
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage", "home.StrategyPage"]
    template = "home/standard_page.html"
    page_description = _("Text with headings, pictures and links, for example “About us”. Pages may stand below it.")

    content_panels = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("body")]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction"), index.SearchField("body")]

    class Meta:
        verbose_name = _("text page")
        verbose_name_plural = _("text pages")

    def get_context(self, request, *args, **kwargs):
        return {
            **super().get_context(request, *args, **kwargs),
            "child_pages": list(visibility.visible(self.get_children())),
        }
