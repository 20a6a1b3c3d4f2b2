"""What the whole site shares: texts, contacts, menus."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable, Page

from kasper_site.cms.translated import Translated


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """Names, standard texts and contacts that many pages show."""

    organisation_name = models.CharField(_("organisation's full name"), max_length=120, blank=True)
    about_fi = models.TextField(_("about us, in Finnish"), blank=True, help_text=_("Stands at the end of releases."))
    about_sv = models.TextField(_("about us, in Swedish"), blank=True)
    about_en = models.TextField(_("about us, in English"), blank=True)
    press_contact = models.ForeignKey(
        "directory.Person",
        verbose_name=_("press contact"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    feedback_contact = models.ForeignKey(
        "directory.Person",
        verbose_name=_("feedback contact"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    about = Translated("about")

    panels = [
        FieldPanel("organisation_name"),
        MultiFieldPanel([FieldPanel("about_fi"), FieldPanel("about_sv"), FieldPanel("about_en")], _("About us")),
        MultiFieldPanel([FieldPanel("press_contact"), FieldPanel("feedback_contact")], _("Contacts")),
    ]

    class Meta:
        verbose_name = _("site settings")


class Menu(ClusterableModel):
    """The links in one language's header and footer."""

    locale = models.OneToOneField("wagtailcore.Locale", verbose_name=_("language"), on_delete=models.CASCADE)

    panels = [
        FieldPanel("locale"),
        InlinePanel("links", heading=_("Links"), label=_("Link")),
    ]

    class Meta:
        verbose_name = _("menu")
        verbose_name_plural = _("menus")

    def __str__(self):
        return str(self.locale)


class MenuLink(Orderable):
    """A page named in a menu; it shows only while a visitor may see the page."""

    class Position(models.TextChoices):
        HEADER = "header", _("Header")
        FOOTER = "footer", _("Footer")

    menu = ParentalKey(Menu, on_delete=models.CASCADE, related_name="links")
    position = models.CharField(_("place"), max_length=10, choices=Position.choices, default=Position.HEADER)
    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")
    label = models.CharField(_("link text"), max_length=60, blank=True, help_text=_("Empty: the page's title."))

    panels = [FieldPanel("position"), PageChooserPanel("page"), FieldPanel("label")]

    class Meta(Orderable.Meta):
        verbose_name = _("menu link")

    def __str__(self):
        return self.text

    @property
    def text(self) -> str:
        """The words of the link."""
        return self.label or self.page.title
