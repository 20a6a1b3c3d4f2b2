"""A project: what it is or was, its facts, goals, history, people and materials."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from kasper_site.cms import related
from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.found import Kind
from kasper_site.cms.models import BasePage, SiteDocument
from kasper_site.cms.partial_dates import PartialDateField, Period
from kasper_site.cms.richtext import PARAGRAPH_FEATURES
from projects import blocks, listing, phases


class ProjectPage(Period, BasePage):
    """What the project is and for whom; facts, goals, sub-projects, history, people, materials."""

    full_name = models.CharField(_("name in full"), max_length=200, blank=True)
    introduction = models.TextField(_("what and for whom"), help_text=_("Two sentences."), max_length=500)
    image = models.ForeignKey(
        "cms.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_on_front_page = models.BooleanField(_("on the front page"), default=True)
    programme = models.CharField(_("programme"), max_length=160, blank=True)
    period_note = models.CharField(_("note to the period"), max_length=300, blank=True)
    funder = models.CharField(_("funder"), max_length=160, blank=True)
    funder_former_name = models.CharField(_("funder's former name"), max_length=120, blank=True)
    owner_organisation = models.CharField(_("owner"), max_length=160, blank=True, help_text=_("Who carries it out."))
    coordinator = models.CharField(_("coordinator"), max_length=160, blank=True)
    partners = RichTextField(_("partners"), features=PARAGRAPH_FEATURES, blank=True)
    municipality_count = models.PositiveSmallIntegerField(_("municipalities"), null=True, blank=True)
    hospital_district_count = models.PositiveSmallIntegerField(_("hospital districts"), null=True, blank=True)
    province_count = models.PositiveSmallIntegerField(_("provinces"), null=True, blank=True)
    budget_euros = models.PositiveIntegerField(_("budget, euros"), null=True, blank=True)
    grant_euros = models.PositiveIntegerField(_("state grant of it, euros"), null=True, blank=True)
    is_money_approximate = models.BooleanField(_("the sums are approximate"), default=True)
    vision = RichTextField(_("vision"), features=PARAGRAPH_FEATURES, blank=True)
    mission = RichTextField(_("mission"), features=PARAGRAPH_FEATURES, blank=True)
    goals = StreamField([("goal", blocks.ProjectGoalBlock())], verbose_name=_("goals"), blank=True)
    is_goals_numbered = models.BooleanField(_("number the goals"), default=True)
    development_introduction = RichTextField(_("about the development areas"), features=PARAGRAPH_FEATURES, blank=True)
    development_areas = StreamField(
        [("area", blocks.DevelopmentAreaBlock())], verbose_name=_("development areas"), blank=True
    )
    sub_project_introduction = RichTextField(_("about the sub-projects"), features=PARAGRAPH_FEATURES, blank=True)
    sub_projects = StreamField([("sub_project", blocks.SubProjectBlock())], verbose_name=_("sub-projects"), blank=True)
    steering_group = RichTextField(_("steering group"), features=PARAGRAPH_FEATURES, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)
    contact_note = RichTextField(_("about the contacts"), features=PARAGRAPH_FEATURES, blank=True)
    history = StreamField([("phase", blocks.PhaseBlock())], verbose_name=_("earlier phases"), blank=True)

    found_kind = Kind.PROJECT
    parent_page_types = ["projects.ProjectIndexPage"]
    subpage_types = ["news.ProjectNewsIndexPage", "home.PlainLanguagePage"]
    template = "projects/project_page.html"
    page_description = _("A project: what and for whom, its facts, people, materials and history.")
    route_select_related = ("image", "listing_image")

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel([FieldPanel("introduction"), FieldPanel("image")], _("What and for whom")),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("period_start", help_text=_("For example 2024 or 1.8.2024.")),
                        FieldPanel("period_end", help_text=_("Empty: it goes on.")),
                    ]
                ),
                FieldRowPanel([FieldPanel("funder"), FieldPanel("owner_organisation")]),
                FieldPanel("partners"),
                FieldRowPanel(
                    [FieldPanel("budget_euros"), FieldPanel("grant_euros"), FieldPanel("is_money_approximate")]
                ),
            ],
            _("Facts"),
        ),
        MultiFieldPanel([FieldPanel("goals"), FieldPanel("is_goals_numbered")], _("Goals")),
        MultiFieldPanel([FieldPanel("contact_note"), InlinePanel("contacts", label=_("Contact"))], _("People")),
        InlinePanel("materials", heading=_("Materials"), label=_("Material")),
        MultiFieldPanel([FieldPanel("history")], _("History"), classname="collapsed"),
        MultiFieldPanel([FieldPanel("vision"), FieldPanel("mission")], _("Vision and mission"), classname="collapsed"),
        MultiFieldPanel(
            [FieldPanel("development_introduction"), FieldPanel("development_areas")],
            _("Development areas"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            [FieldPanel("sub_project_introduction"), FieldPanel("sub_projects")],
            _("Sub-projects"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            [
                FieldPanel("full_name", help_text=_("Only where the title above is a short name.")),
                FieldPanel("programme"),
                FieldPanel("period_note"),
                FieldRowPanel([FieldPanel("funder_former_name"), FieldPanel("coordinator")]),
                FieldRowPanel(
                    [
                        FieldPanel("municipality_count"),
                        FieldPanel("hospital_district_count"),
                        FieldPanel("province_count"),
                    ]
                ),
                FieldPanel("steering_group"),
            ],
            _("More facts"),
            classname="collapsed",
        ),
        FieldPanel("is_on_front_page"),
    ]

    search_fields = [
        *BasePage.search_fields,
        *(
            index.SearchField(name)
            for name in (
                "full_name",
                "introduction",
                "programme",
                "period_note",
                "funder",
                "funder_former_name",
                "owner_organisation",
                "coordinator",
                "partners",
                "vision",
                "mission",
                "goals",
                "development_introduction",
                "development_areas",
                "sub_project_introduction",
                "sub_projects",
                "steering_group",
                "body",
                "contact_note",
                "history",
            )
        ),
        index.RelatedFields("contacts", [index.SearchField("display_name")]),
        index.RelatedFields("materials", [index.SearchField("title")]),
    ]

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    def get_context(self, request, *args, **kwargs):
        material_rows = list(self.materials.select_related("document"))
        return {
            **super().get_context(request, *args, **kwargs),
            "contact_cards": list(self.contacts.select_related("person")),
            "material_rows": material_rows,
            "timeline": phases.timeline([block.value for block in self.history]),
            "stories": related.stories(self),
            **(listing.companions(self) if material_rows or self.numchild else {}),
        }

    @property
    def grant_share(self) -> bool:
        """Whether both sums are known."""
        return bool(self.budget_euros and self.grant_euros)


class ProjectContact(Orderable):
    """A person on a project's page: from the directory, or only a name where the project is over."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="contacts")
    person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="project_contacts",
    )
    name = models.CharField(_("name"), max_length=120, blank=True, help_text=_("Only where nobody is chosen above."))
    role = models.CharField(_("role here"), max_length=120, blank=True)

    panels = [FieldPanel("person"), FieldRowPanel([FieldPanel("name"), FieldPanel("role")])]

    class Meta(Orderable.Meta):
        verbose_name = _("contact")

    def __str__(self):
        return self.display_name

    @property
    def display_name(self) -> str:
        """The name that is shown."""
        return self.person.name if self.person else self.name


class Material(Orderable):
    """Something that a project made or is told in; a download only where we have the file."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="materials")
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(
        _("type"), max_length=20, choices=SiteDocument.Kind.choices, default=SiteDocument.Kind.OTHER
    )
    phase = models.CharField(_("phase"), max_length=80, blank=True)
    date = PartialDateField(verbose_name=_("date"))
    document = models.ForeignKey(
        "cms.SiteDocument",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("phase"), FieldPanel("date")]),
        FieldPanel("document"),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("material")
        verbose_name_plural = _("materials")

    def __str__(self):
        return self.title
