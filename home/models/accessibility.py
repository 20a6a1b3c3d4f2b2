"""The accessibility statement, in the form that the law asks for."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from kasper_site.cms.models import BasePage
from kasper_site.cms.richtext import PARAGRAPH_FEATURES


class KnownIssueBlock(blocks.StructBlock):
    """Something that is not accessible yet: what, which criterion, what we do about it."""

    text = blocks.TextBlock(label=_("What is wrong"), max_length=400)
    criterion = blocks.CharBlock(label=_("WCAG criterion"), max_length=120, required=False)
    plan = blocks.TextBlock(label=_("What we do about it"), max_length=400, required=False)

    class Meta:
        icon = "warning"
        label = _("Known issue")


class AccessibilityPage(BasePage):
    """The statement of act 306/2019 on the provision of digital services, section 9; Traficom supervises."""

    class Status(models.TextChoices):
        FULL = "full", _("fully meets the requirements")
        PARTIAL = "partial", _("partly meets the requirements")
        NONE = "none", _("does not meet the requirements yet")

    introduction = models.TextField(_("introduction"), blank=True)
    service_name = models.CharField(_("site that the statement is about"), max_length=200)
    status = models.CharField(_("how it meets the requirements"), max_length=10, choices=Status.choices)
    assessed_on = models.DateField(_("date of the assessment"), null=True, blank=True)
    assessment_method = models.TextField(_("how it was assessed"), blank=True)
    prepared_on = models.DateField(_("statement made or updated on"))
    known_issues = StreamField([("issue", KnownIssueBlock())], verbose_name=_("known issues"), blank=True)
    feedback = RichTextField(_("how to give feedback"), features=PARAGRAPH_FEATURES)
    feedback_person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("who answers feedback"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    response_days = models.PositiveSmallIntegerField(_("days within which we answer"), default=14)
    enforcement = RichTextField(_("the supervising authority"), features=PARAGRAPH_FEATURES)

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
                FieldRowPanel([FieldPanel("assessed_on"), FieldPanel("prepared_on")]),
                FieldPanel("assessment_method"),
            ],
            _("Assessment"),
        ),
        FieldPanel("known_issues"),
        MultiFieldPanel(
            [FieldPanel("feedback"), FieldPanel("feedback_person"), FieldPanel("response_days")], _("Feedback")
        ),
        FieldPanel("enforcement"),
    ]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction"), index.SearchField("feedback")]

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")
