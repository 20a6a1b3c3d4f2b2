"""The press room: all that a journalist in a hurry needs."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from kasper_site.cms import frame
from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.models import BasePage, SiteSettings
from news import contacts, press, topics
from news.media_bank import addresses, requirements, rows, serving
from news.media_bank.shown import ShownBank


class PressRoomPage(BasePage):
    """Contact first, then the newest releases, pictures, facts, boilerplate to copy; most of it comes by itself."""

    introduction = models.TextField(_("introduction"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)

    menu_part = "sisalto"  # whom to call is then on the first screen of a phone, below no help bar
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    template = "news/press_room_page.html"
    page_description = _("For journalists: whom to call, releases, logos, pictures, figures, texts about us.")

    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        InlinePanel(
            "pictures",
            heading=_("Pictures for the press"),
            label=_("Picture"),
            help_text=_(
                "Those of the releases come here by themselves. Anybody may download these in full size. Each needs a "
                "description, a maker and a licence."
            ),
        ),
        InlinePanel("figures", heading=_("Facts and figures"), label=_("Figure")),
        FieldPanel("body", help_text=_("Stands last. The texts about us come from the site settings.")),
    ]

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
        index.RelatedFields("figures", [index.SearchField("searchable_text")]),
    ]

    class Meta:
        verbose_name = _("press room")
        verbose_name_plural = _("press rooms")

    shown = None

    def route_tail(self, request, components):
        """The press room, or below it the media bank: the list of all its pictures, the original of each."""
        if components[:1] != [addresses.FOLDER]:
            return super().route_tail(request, components)
        if len(components) > 1:
            return RouteResult(self, kwargs={"held": serving.asked(components[1:])})
        self.shown = ShownBank(self)
        return RouteResult(self)

    def serve(self, request, *args, held=None, **kwargs):
        return serving.response(request, held) if held else super().serve(request, *args, **kwargs)

    def get_template(self, request, *args, **kwargs):
        return "news/media_bank.html" if self.shown else super().get_template(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        if self.shown:
            return {**context, **rows.everything(self, request.GET), "page": self.shown}
        return {
            **context,
            **rows.newest(self),
            "press_contact": contacts.press_contact(frame.settings_for(request) or SiteSettings()),
            "releases": press.newest(self.locale_id),
            "figures": list(self.figures.all()),
            "news_list": self._news_list(),
        }

    @staticmethod
    def route_annotations() -> dict:
        """What the way to the page asks along, in the page's own query."""
        return {"news_list_path": topics.news_list_path()}

    def _news_list(self):
        """The list of all releases, which only a page that was not routed to has to ask for."""
        is_known = hasattr(self, "news_list_path")
        return topics.news_list_at(self.news_list_path) if is_known else topics.news_list(self.locale_id)

    def publish_requirements(self):
        """The publish check's: what the press may have is described, and one knows who made it."""
        yield from requirements.findings(self.pictures.all())


class PressRoomPicture(Orderable):
    """A picture that the press may use whatever it writes of, with the words under it."""

    page = ParentalKey(PressRoomPage, on_delete=models.CASCADE, related_name="pictures")
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, verbose_name=_("picture"), on_delete=models.CASCADE, related_name="+"
    )
    caption = models.CharField(_("caption"), max_length=300, blank=True)

    panels = [FieldPanel("image"), FieldPanel("caption")]

    class Meta(Orderable.Meta):
        verbose_name = _("picture")

    def __str__(self):
        return self.caption or self.image.title


class PressFigure(Orderable):
    """A figure with its year and source, so that it can be quoted."""

    page = ParentalKey(PressRoomPage, on_delete=models.CASCADE, related_name="figures")
    number = models.CharField(_("figure"), max_length=40, help_text=_("For example: 68 or about 2.2 million."))
    text = models.CharField(_("of what"), max_length=200)
    year = models.CharField(_("year"), max_length=20, help_text=_("For example 2023 or 2011–2013."))
    source = models.CharField(_("source"), max_length=200)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("year")]),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("source"), FieldPanel("source_url")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("figure")

    def __str__(self):
        return f"{self.number} {self.text}"

    def searchable_text(self) -> str:
        """What it says, for the search index."""
        return f"{self.number} {self.text}"
