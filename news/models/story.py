"""What every story has, and the plain current matter."""

from datetime import datetime

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from kasper_site.cms import previews, visibility
from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.found import Kind
from kasper_site.cms.models import BasePage
from kasper_site.cms.wording import date_words
from kasper_site.directory.wording import clock_words
from news import topics


class StoryPage(BasePage):
    """A dated story. `public_at` alone decides when it is public: ahead of it, it exists nowhere for a visitor."""

    public_at = models.DateTimeField(
        _("public from"),
        default=timezone.now,
        db_index=True,
        help_text=_("Nobody outside sees the page before this moment (Finnish time)."),
    )
    lead = models.TextField(_("lead"), blank=True, help_text=_("The main thing, in two or three sentences."))
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)
    related_project = models.ForeignKey(
        Page, verbose_name=_("project"), null=True, blank=True, on_delete=models.SET_NULL, related_name="stories"
    )
    topics = ParentalManyToManyField("news.Topic", verbose_name=_("topics"), blank=True, related_name="stories")

    preview_modes = [previews.DRAFT, previews.LISTING, previews.PAPER]

    is_creatable = False
    parent_page_types = []
    subpage_types = []

    time_panels = [
        MultiFieldPanel(
            [FieldPanel("expire_at")],
            heading=_("Leaves the site"),
            help_text=_("Empty: it stays. Publishing time is set by “public from”."),
        )
    ]
    settings_panels = [*time_panels, *BasePage.settings_panels[1:]]
    text_panels = [FieldPanel("lead"), FieldPanel("body")]
    topics_panel = FieldPanel("topics", widget=forms.CheckboxSelectMultiple)
    project_panel = PageChooserPanel("related_project", page_type="projects.ProjectPage")

    search_fields = [*BasePage.search_fields, index.SearchField("lead"), index.SearchField("body")]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def get_context(self, request, *args, **kwargs):
        project_page = visibility.visible_or_none(self.related_project_id)
        context = super().get_context(request, *args, **kwargs)
        return {**context, "project_page": project_page, "topic_links": topics.links(self)}

    def get_preview_template(self, request, mode_name):
        is_in_list = mode_name == previews.LISTING[0]
        return "news/story_in_list.html" if is_in_list else super().get_preview_template(request, mode_name)

    @property
    def changed_at(self) -> datetime:
        """When visitors last got something new of it, for feeds and search engines: never before it was public."""
        return max(self.last_published_at or self.public_at, self.public_at)

    @property
    def status_note(self) -> str:
        """What lists and the status panel of the admin add: published for the admin, but not public yet."""
        if not self.live or self.public_at <= timezone.now():
            return ""
        words = {"day": date_words(self.public_at), "time": clock_words(self.public_at)}
        # Translators: the state of a page in a list; %(day)s is a date, %(time)s a clock time with its word
        return _("becomes public on %(day)s %(time)s") % words

    @property
    def status_string(self) -> str:
        """The state in a word or two, as Wagtail's lists show it."""
        return self.status_note or super().status_string

    @property
    def kind_label(self) -> str:
        """The kind of story as it is shown; read without a query where a list has joined the types."""
        release = getattr(self, "releasepage", None)
        if release:
            return release.get_kind_display()
        return _("Others on us") if getattr(self, "coveragepage", None) else _("Current matter")


class CurrentMatterPage(StoryPage):
    """A current matter (*ajankohtaista*): news of our own, short."""

    found_kind = Kind.CURRENT_MATTER
    parent_page_types = ["news.NewsIndexPage", "news.ProjectNewsIndexPage"]
    subpage_types = []
    template = "news/current_matter_page.html"
    page_description = _("A short piece of news of our own, for example that a place has moved.")

    content_panels = [
        *Page.content_panels,
        FieldPanel("public_at"),
        *StoryPage.text_panels,
        MultiFieldPanel(
            [StoryPage.project_panel, StoryPage.topics_panel], _("Part of a project, topics"), classname="collapsed"
        ),
    ]

    class Meta:
        verbose_name = _("current matter")
        verbose_name_plural = _("current matters")

    @property
    def kind_label(self) -> str:
        return _("Current matter")
