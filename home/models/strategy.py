"""A strategy: whose, for when, what for, and its goals."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from home.blocks import strategy
from kasper_site.cms import visibility
from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.blocks.documents import NamedDocumentBlock
from kasper_site.cms.found import Kind
from kasper_site.cms.models import BasePage
from kasper_site.cms.partial_dates import Period
from kasper_site.cms.richtext import PARAGRAPH_FEATURES


class StrategyPage(Period, BasePage):
    """Our strategy or a partner's: period, mission, principles, areas, goals, values, action plans, documents."""

    organisation = models.CharField(_("whose strategy"), max_length=120)
    introduction = models.TextField(_("introduction"), blank=True)
    mission = RichTextField(_("mission"), features=PARAGRAPH_FEATURES, blank=True)
    vision = RichTextField(_("vision"), features=PARAGRAPH_FEATURES, blank=True)
    aims = StreamField([("aim", blocks.CharBlock(label=_("Aim")))], verbose_name=_("aims of the mission"), blank=True)
    values = StreamField([("value", strategy.ValueBlock())], verbose_name=_("values"), blank=True)
    principles = StreamField([("principle", strategy.PrincipleBlock())], verbose_name=_("principles"), blank=True)
    areas = StreamField([("area", strategy.AreaOfWorkBlock())], verbose_name=_("areas of work"), blank=True)
    goals_heading = models.CharField(_("heading of the goals"), max_length=120, blank=True)
    is_goals_numbered = models.BooleanField(_("number the goals"), default=True)
    goals = StreamField([("goal", strategy.GoalBlock())], verbose_name=_("goals"), blank=True)
    action_plans = StreamField(
        [("action_plan", strategy.ActionPlanBlock())], verbose_name=_("action plans"), blank=True
    )
    documents = StreamField([("document", NamedDocumentBlock())], verbose_name=_("documents"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)

    found_kind = Kind.STRATEGY
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = []
    template = "home/strategy_page.html"
    page_description = _("A strategy with its mission, values, goals and action plans.")

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("organisation"),
                FieldRowPanel([FieldPanel("period_start"), FieldPanel("period_end")]),
                FieldPanel("introduction"),
            ],
            _("Whose and when"),
        ),
        MultiFieldPanel([FieldPanel("mission"), FieldPanel("aims"), FieldPanel("vision")], _("Mission and vision")),
        MultiFieldPanel([FieldPanel("values"), FieldPanel("principles")], _("Values and principles")),
        FieldPanel("areas"),
        MultiFieldPanel(
            [FieldPanel("goals_heading"), FieldPanel("is_goals_numbered"), FieldPanel("goals")], _("Goals")
        ),
        MultiFieldPanel([FieldPanel("action_plans"), FieldPanel("documents")], _("Action plans and documents")),
        MultiFieldPanel([FieldPanel("body")], _("More text"), classname="collapsed"),
    ]

    search_fields = [
        *BasePage.search_fields,
        *(
            index.SearchField(name)
            for name in (
                "organisation",
                "introduction",
                "mission",
                "vision",
                "aims",
                "values",
                "principles",
                "areas",
                "goals_heading",
                "goals",
                "action_plans",
                "documents",
                "body",
            )
        ),
    ]

    class Meta:
        verbose_name = _("strategy")
        verbose_name_plural = _("strategies")

    def get_context(self, request, *args, **kwargs):
        return {
            **super().get_context(request, *args, **kwargs),
            "current_strategy": self.current_one() if self.is_over else None,
        }

    def current_one(self) -> "StrategyPage | None":
        """The same organisation's strategy that holds now, where there is one."""
        others = visibility.visible(
            StrategyPage.objects.filter(organisation=self.organisation, locale_id=self.locale_id).exclude(pk=self.pk)
        )
        return next((page for page in others if not page.is_over and not page.is_ahead), None)
