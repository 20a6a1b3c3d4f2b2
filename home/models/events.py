"""The list of events and groups; each event has its address below it."""

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from home.events import listing
from home.events.shown import ShownEvent
from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.models import BasePage
from kasper_site.directory import events
from kasper_site.directory.models import Event


class EventIndexPage(BasePage):
    """What one can take part in; the events are the directory's."""

    introduction = models.TextField(_("introduction"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    template = "home/event_index_page.html"
    page_description = _("The list of events and groups. They come from “People and services”.")

    content_panels = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("body")]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction"), index.SearchField("body")]

    class Meta:
        verbose_name = _("list of events")
        verbose_name_plural = _("lists of events")

    shown = None

    def route_tail(self, request, components):
        """The list, or below it an event by its short name."""
        if len(components) != 1:
            return super().route_tail(request, components)
        event = Event.objects.whole().filter(slug=components[0]).first()
        if event is None:
            raise Http404
        self.shown = ShownEvent(events.state_of(event), self)
        return RouteResult(self)

    def get_template(self, request, *args, **kwargs):
        return "home/event_page.html" if self.shown else super().get_template(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        if self.shown:
            return {**context, "page": self.shown, "state": self.shown.state, "event": self.shown.event}
        return {**context, **listing.context(request.GET)}
