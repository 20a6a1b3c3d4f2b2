"""The accessibility statement, in the form that the law asks for."""

from collections.abc import Iterator

from django.db import models
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from kasper_site.accessibility import statement, views
from kasper_site.accessibility.forms import PAGE_PARAMETER, FeedbackForm, page_in_question
from kasper_site.cms import publish_checks
from kasper_site.cms.models import BasePage
from kasper_site.cms.richtext import PARAGRAPH_FEATURES


class AccessibilityPage(BasePage):
    """The statement of act 306/2019 on the provision of digital services, section 9; Traficom supervises.

    Its dates, its list of what is not accessible and the days to answer are not typed: `accessibility.statement` tells
    them from the last audit and the known issues.
    """

    class Status(models.TextChoices):
        FULL = "full", gettext_lazy("fully meets the requirements")
        PARTIAL = "partial", gettext_lazy("partly meets the requirements")
        NONE = "none", gettext_lazy("does not meet the requirements yet")

    introduction = models.TextField(gettext_lazy("introduction"), blank=True)
    service_name = models.CharField(gettext_lazy("site that the statement is about"), max_length=200)
    status = models.CharField(gettext_lazy("how it meets the requirements"), max_length=10, choices=Status.choices)
    assessment_method = models.TextField(gettext_lazy("how it was assessed"), blank=True)
    feedback = RichTextField(gettext_lazy("how to give feedback"), features=PARAGRAPH_FEATURES)
    feedback_person = models.ForeignKey(
        "directory.Person",
        verbose_name=gettext_lazy("who answers feedback"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    enforcement = RichTextField(gettext_lazy("the supervising authority"), features=PARAGRAPH_FEATURES)

    page_description = gettext_lazy("How accessible the site is, and how to tell what does not work.")
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    template = "home/accessibility_page.html"

    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        MultiFieldPanel(
            [
                FieldPanel("service_name"),
                FieldPanel("status"),
                FieldPanel("assessment_method"),
            ],
            gettext_lazy("Assessment"),
        ),
        MultiFieldPanel([FieldPanel("feedback"), FieldPanel("feedback_person")], gettext_lazy("Feedback")),
        FieldPanel("enforcement"),
    ]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction"), index.SearchField("feedback")]

    class Meta:
        verbose_name = gettext_lazy("accessibility statement")
        verbose_name_plural = gettext_lazy("accessibility statements")

    def get_context(self, request, *args, **kwargs):
        told = statement.read()
        named = page_in_question(request) if PAGE_PARAMETER in request.GET else ""
        return {
            **super().get_context(request, *args, **kwargs),
            **views.context(FeedbackForm(initial={"page": named})),
            "statement": told,
            "status_words": self.shown_status(told).label,
            "updated_on": told.updated_on(self.last_published_at),
        }

    def serve(self, request, *args, **kwargs):
        """Nobody keeps the page for others: its form carries a stamp that is good for a day."""
        response = super().serve(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_cache=True)
        return response

    def shown_status(self, told: statement.Statement) -> Status:
        """The editor's choice; never "fully" above a list of what is missing, nor in a draft without a choice."""
        chosen = self.Status(self.status or self.Status.PARTIAL)
        return self.Status.PARTIAL if chosen is self.Status.FULL and not told.is_faultless else chosen

    def publish_requirements(self) -> Iterator[publish_checks.Finding]:
        """What "fully" takes."""
        if self.status != self.Status.FULL:
            return
        told = statement.read()
        if told.issues:
            message = _("There are known issues that are open. Choose “partly”, or mark them as fixed first.")
            yield publish_checks.required("status", message)
        if told.found:
            message = _("The last audit found faults. Choose “partly” until an audit finds none.")
            yield publish_checks.required("status", message)
