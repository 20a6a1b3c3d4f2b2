"""A notice of an exceptional situation: on every page, or on those of a section, for a while."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import PreviewableMixin

from kasper_site.cms import previews
from kasper_site.cms.safekeeping.fact_form import SeenForm
from kasper_site.directory import phones
from kasper_site.directory.banners import showing

# Fourteen days, of which the last one holds to its end.
YEARS = range(1900, 9999)  # beyond them a moment in UTC cannot be told
LONGEST = timedelta(days=15)
_HALF_TRANSLATED = _("Write both the heading and the text in this language, or neither.")


class Severity(models.TextChoices):
    """How much it matters, in the words that stand above the notice."""

    NOTICE = "notice", _("For information")
    IMPORTANT = "important", _("Important")
    URGENT = "urgent", _("Urgent")


class Banner(PreviewableMixin, models.Model):
    """A notice, on or off; one that is off is a text prepared for the next time. It has no drafts."""

    name = models.CharField(
        _("name in the admin"), max_length=80, help_text=_("Only editors see it, for example: Tukiluuri is closed.")
    )
    severity = models.CharField(_("how urgent"), max_length=10, choices=Severity.choices, default=Severity.NOTICE)
    heading_fi = models.CharField(_("heading, in Finnish"), max_length=80)
    heading_sv = models.CharField(_("heading, in Swedish"), max_length=80, blank=True)
    heading_en = models.CharField(_("heading, in English"), max_length=80, blank=True)
    text_fi = models.TextField(_("text, in Finnish"), max_length=300)
    text_sv = models.TextField(_("text, in Swedish"), max_length=300, blank=True)
    text_en = models.TextField(_("text, in English"), max_length=300, blank=True)
    phone = models.CharField(_("number to call"), max_length=30, blank=True, validators=[phones.validate_phone])
    link_page = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("page that tells more"),
    )
    is_everywhere = models.BooleanField(_("on all pages"), default=True)
    # Not CASCADE, which would take the text away, and no section does not mean everywhere.
    section = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("section"),
    )
    is_on = models.BooleanField(_("is on"), default=False)
    shows_from = models.DateTimeField(_("shows from"), null=True, blank=True)
    shows_until = models.DateTimeField(_("shows until"), null=True, blank=True)

    base_form_class = SeenForm

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("severity"), FieldPanel("heading_fi"), FieldPanel("text_fi")], _("Notice")
        ),
        MultiFieldPanel(
            [
                FieldPanel("is_on", heading=_("Show the notice")),
                FieldRowPanel(
                    [
                        FieldPanel("shows_from", help_text=_("Empty: at once.")),
                        FieldPanel("shows_until", help_text=_("At most 14 days ahead; it can be prolonged later.")),
                    ]
                ),
            ],
            _("When"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("is_everywhere"),
                PageChooserPanel("section", heading=_("Or only in this section")),
            ],
            _("Where"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("phone", help_text=_("Becomes a button, for example 044 350 5179 or 112.")),
                PageChooserPanel("link_page"),
            ],
            _("Where to go on"),
        ),
        MultiFieldPanel(
            [
                *(FieldPanel(f"{name}_{code}") for code in ("sv", "en") for name in ("heading", "text")),
            ],
            _("In other languages"),
        ),
    ]

    preview_modes = [("fi", _("In Finnish")), ("sv", _("In Swedish")), ("en", _("In English"))]
    preview_sizes = previews.SIZES

    class Meta:
        verbose_name = _("notice of an exceptional situation")
        verbose_name_plural = _("notices of exceptional situations")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name

    def clean(self):
        """What the fields must be together; each error stands at the field that mends it."""
        errors = {**self._wrong_words(), **self._wrong_place(), **self._wrong_time()}
        if errors:
            raise ValidationError(errors)

    def _wrong_words(self) -> dict:
        wrong = {}
        for code in ("sv", "en"):
            names = [f"{name}_{code}" for name in ("heading", "text")]
            empty = [name for name in names if not getattr(self, name).strip()]
            if len(empty) == 1:
                wrong[empty[0]] = _HALF_TRANSLATED
        return wrong

    def _wrong_place(self) -> dict:
        if self.is_everywhere and self.section_id:
            return {"section": _("It is to show on all pages. Take the section away, or the tick from “on all pages”.")}
        if not self.is_everywhere and not self.section_id:
            return {"section": _("Choose a section, or tick “on all pages”.")}
        return {}

    def _wrong_time(self) -> dict:
        now, since, until = timezone.now(), self.shows_from, self.shows_until
        for name in ("shows_from", "shows_until"):
            moment = getattr(self, name)
            if moment and moment.year not in YEARS:
                return {name: _("Give a day of this century, for example 24.12.2026.")}
        if until is None:
            return {"shows_until": _("Give the moment at which the notice goes away by itself.")} if self.is_on else {}
        if self.is_on and until <= now:
            return {"shows_until": _("This moment has passed. Choose a later one, or take the notice off.")}
        if since and until <= since:
            return {"shows_until": _("The notice would end before it begins. Choose a later moment.")}
        if self.is_on and until > max(since or now, now) + LONGEST:
            return {"shows_until": _("A notice shows 14 days at most at a time. Choose an earlier day.")}
        return {}

    @property
    def is_shown(self) -> bool:
        """Whether visitors see it now (somewhere)."""
        now = timezone.now()
        return self.is_ahead and (self.shows_from is None or self.shows_from <= now)

    @property
    def is_ahead(self) -> bool:
        """Whether visitors see it now or will."""
        return bool(self.is_on and self.shows_until and self.shows_until > timezone.now())

    def serve_preview(self, request, mode_name):
        """A page of the site in that language as visitors would see it with the notice."""
        with translation.override(mode_name):
            request.previewed_banners = [showing.entry(self, (0, 0))]
            page = showing.example_page(self, mode_name)
            if page is None:
                return super().serve_preview(request, mode_name).render()
            request.preview_page = page
            return page.serve(request).render()

    def get_preview_template(self, request, mode_name):
        return "directory/banner_preview.html"
