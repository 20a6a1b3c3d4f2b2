"""Contacts: the staff directory."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home import help_links
from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.models import BasePage
from kasper_site.directory.models import Person


class ContactPage(BasePage):
    """Whom to reach and how: services first, then the staff, all from the directory."""

    introduction = models.TextField(_("introduction"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    template = "home/contact_page.html"
    page_description = _("The staff list and the numbers. They come from “People and services”.")

    content_panels = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("body")]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction"), index.SearchField("body")]

    class Meta:
        verbose_name = _("contacts page")
        verbose_name_plural = _("contacts pages")

    def get_context(self, request, *args, **kwargs):
        return {
            **super().get_context(request, *args, **kwargs),
            "people": list(Person.objects.staff()),
            "help_points": help_links.with_pages(self.locale_id),
        }
