"""What the whole site shares: texts, contacts, menus."""

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable, Page

from kasper_site.cms.menu_form import MenuForm
from kasper_site.cms.safekeeping.fact_form import SeenForm
from kasper_site.cms.translated import Translated


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """Names, standard texts and contacts that many pages show."""

    organisation_name = models.CharField(_("organisation's full name"), max_length=120, blank=True)
    finnish_names = models.TextField(
        _("names in Finnish"),
        blank=True,
        help_text=_("One a line. Pages in other languages mark them as Finnish, so that they are read aloud right."),
    )
    about_short_fi = models.CharField(
        _("about us in a sentence, in Finnish"), max_length=250, blank=True, help_text=_("For the press room.")
    )
    about_short_sv = models.CharField(_("about us in a sentence, in Swedish"), max_length=250, blank=True)
    about_short_en = models.CharField(_("about us in a sentence, in English"), max_length=250, blank=True)
    about_fi = models.TextField(_("about us, in Finnish"), blank=True, help_text=_("Stands at the end of releases."))
    about_sv = models.TextField(_("about us, in Swedish"), blank=True)
    about_en = models.TextField(_("about us, in English"), blank=True)
    about_long_fi = models.TextField(
        _("about us at length, in Finnish"),
        blank=True,
        help_text=_("For the press room. An empty line starts a new paragraph."),
    )
    about_long_sv = models.TextField(_("about us at length, in Swedish"), blank=True)
    about_long_en = models.TextField(_("about us at length, in English"), blank=True)
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
    about_short = Translated("about_short")
    about_long = Translated("about_long")

    base_form_class = SeenForm
    panels = [
        FieldPanel("organisation_name"),
        FieldPanel("finnish_names"),
        MultiFieldPanel([FieldPanel("about_fi"), FieldPanel("about_sv"), FieldPanel("about_en")], _("About us")),
        MultiFieldPanel(
            [
                FieldPanel(f"about_{length}_{language}")
                for length in ("short", "long")
                for language in ("fi", "sv", "en")
            ],
            _("About us, shorter and longer"),
            classname="collapsed",
        ),
        MultiFieldPanel([FieldPanel("press_contact"), FieldPanel("feedback_contact")], _("Contacts")),
    ]

    class Meta:
        verbose_name = _("site settings")

    @property
    def names_to_mark(self) -> list[str]:
        """The Finnish names that running text of other languages may hold, the organisation's own among them."""
        lines = [self.organisation_name, *self.finnish_names.splitlines()]
        return [line.strip() for line in lines if line.strip()]


class Menu(ClusterableModel):
    """The links in one language's header and footer."""

    locale = models.OneToOneField("wagtailcore.Locale", verbose_name=_("language"), on_delete=models.CASCADE)

    base_form_class = MenuForm
    panels = [
        FieldPanel("locale"),
        InlinePanel(
            "links",
            heading=_("Links"),
            label=_("Link"),
            help_text=_("The links stand on the site in this order. A link shows only while its page is public."),
        ),
    ]

    class Meta:
        verbose_name = _("menu")
        verbose_name_plural = _("menus")

    def __str__(self):
        return capfirst(str(self.locale))


class MenuLink(Orderable):
    """A page named in a menu; it shows only while a visitor may see the page."""

    class Position(models.TextChoices):
        HEADER = "header", _("Header")
        FOOTER = "footer", _("Footer")
        EXIT = "exit", _("Beside “Leave quickly”")

    menu = ParentalKey(Menu, on_delete=models.CASCADE, related_name="links")
    position = models.CharField(_("place"), max_length=10, choices=Position.choices, default=Position.HEADER)
    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")
    label = models.CharField(_("link text"), max_length=60, blank=True, help_text=_("Empty: the page's title."))

    panels = [
        FieldRowPanel([PageChooserPanel("page"), FieldPanel("position", heading=_("Where the link stands"))]),
        FieldPanel("label"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("menu link")

    def __str__(self):
        return self.text

    @property
    def text(self) -> str:
        """The words of the link."""
        return self.label or self.page.title

    @property
    def url(self) -> str | None:
        """Where the link leads: to the page, or to the part of it that its type names."""
        part = getattr(self.page.specific_class, "menu_part", "")
        return f"{self.page.url}#{part}" if part else self.page.url
