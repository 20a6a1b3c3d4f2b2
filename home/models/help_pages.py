"""Pages on which a visitor finds help: a service that answers, a place that is open."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from home import help_links
from kasper_site.cms import visibility
from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.found import Kind
from kasper_site.cms.models import BasePage
from kasper_site.cms.richtext import PARAGRAPH_FEATURES
from kasper_site.directory import events, help_points, hours
from projects.models import ProjectPage

DAYS_SHOWN = 14


class HelpIndexPage(BasePage):
    """All the help there is, with its state now."""

    introduction = models.TextField(_("introduction"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ServicePage", "home.PlacePage"]
    template = "home/help_index_page.html"
    page_description = _("All the help there is, and what is open now.")

    content_panels = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("body")]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction"), index.SearchField("body")]

    class Meta:
        verbose_name = _("help")
        verbose_name_plural = _("help")

    def get_context(self, request, *args, **kwargs):
        entries = help_links.with_pages(self.locale_id)
        told = [entry.page.pk for entry in entries if entry.page]
        return {
            **super().get_context(request, *args, **kwargs),
            "child_pages": list(visibility.visible(self.get_children()).exclude(pk__in=told)),
            "help_points": entries,
        }


class HelpPage(BasePage):
    """What a service's and a place's page have in common; the number, address and hours are the directory's."""

    audience = models.TextField(_("for whom"), help_text=_("One sentence."), max_length=300)
    what_happens = RichTextField(_("what happens there"), features=PARAGRAPH_FEATURES, blank=True)
    anonymity = models.TextField(_("anonymity"), blank=True)
    cost = models.TextField(_("cost"), blank=True)
    access = models.TextField(_("accessibility"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)
    related_project = models.ForeignKey(
        Page, verbose_name=_("project"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    text_panels = [
        FieldPanel("what_happens", help_text=_("What happens first, and that one need not give a name.")),
        MultiFieldPanel([FieldPanel("anonymity"), FieldPanel("cost"), FieldPanel("access")], _("Good to know")),
        FieldPanel("body"),
        MultiFieldPanel(
            [PageChooserPanel("related_project", page_type="projects.ProjectPage")],
            _("Part of a project"),
            classname="collapsed",
        ),
    ]

    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("audience", "what_happens", "anonymity", "cost", "access", "body")),
    ]

    class Meta:
        abstract = True

    @property
    def point(self):
        """The fact that the page tells of."""
        raise NotImplementedError

    @property
    def visible_project(self) -> ProjectPage | None:
        """The project that the help is part of, where a visitor may see it; no query where there is none."""
        projects = ProjectPage.objects.filter(pk=self.related_project_id)
        return projects.visible().first() if self.related_project_id else None

    def get_context(self, request, *args, **kwargs):
        entry = help_points.state_of(self.point)
        first = timezone.localdate()
        return {
            **super().get_context(request, *args, **kwargs),
            "help_point": entry,
            "days": list(hours.days_to_tell(entry.schedule, first, DAYS_SHOWN)),
            "project_page": self.visible_project,
        }


class ServicePage(HelpPage):
    """A helpline's page."""

    service = models.ForeignKey(
        "directory.Service", verbose_name=_("service"), on_delete=models.PROTECT, related_name="pages"
    )

    found_kind = Kind.SERVICE
    parent_page_types = ["home.HelpIndexPage"]
    subpage_types = ["home.PlainLanguagePage"]
    template = "home/help_page.html"
    page_description = _("What happens when one calls a helpline. Number and hours come from “People and services”.")

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("service", help_text=_("Number and hours come from here.")), FieldPanel("audience")],
            _("Which service, and for whom"),
        ),
        *HelpPage.text_panels,
    ]

    search_fields = [
        *HelpPage.search_fields,
        index.RelatedFields("service", [index.SearchField(name) for name in ("name_fi", "phone")]),
    ]

    class Meta:
        verbose_name = _("service page")
        verbose_name_plural = _("service pages")

    @property
    def point(self):
        return self.service


class PlacePage(HelpPage):
    """A meeting place's page."""

    place = models.ForeignKey(
        "directory.Place", verbose_name=_("place"), on_delete=models.PROTECT, related_name="pages"
    )
    arrival = RichTextField(_("how to get there"), features=PARAGRAPH_FEATURES, blank=True)

    found_kind = Kind.PLACE
    parent_page_types = ["home.HelpIndexPage"]
    subpage_types = ["home.PlainLanguagePage"]
    template = "home/help_page.html"
    page_description = _(
        "What happens at a meeting place, and how to get there. Hours come from “People and services”."
    )

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("place", help_text=_("Address and hours come from here.")), FieldPanel("audience")],
            _("Which place, and for whom"),
        ),
        *HelpPage.text_panels[:1],
        FieldPanel("arrival", help_text=_("For example bus, stop, entrance, floor and lift.")),
        *HelpPage.text_panels[1:],
    ]

    search_fields = [
        *HelpPage.search_fields,
        index.SearchField("arrival"),
        index.RelatedFields(
            "place", [index.SearchField(name) for name in ("venue", "street_address", "municipality", "host")]
        ),
    ]

    class Meta:
        verbose_name = _("place page")
        verbose_name_plural = _("place pages")

    @property
    def point(self):
        return self.place

    def get_context(self, request, *args, **kwargs):
        found = events.at_place(self.place)
        lists = Page.objects.filter(eventindexpage__isnull=False, locale_id=self.locale_id)
        list_page = visibility.visible(lists).first() if found else None
        return {**super().get_context(request, *args, **kwargs), "events": found, "event_list": list_page}
