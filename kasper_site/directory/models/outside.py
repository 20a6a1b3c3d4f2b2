"""Helplines of others: who answers while ours does not."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from kasper_site.cms.translated import Translated
from kasper_site.directory import hours, phones
from kasper_site.directory.forms import OutsideHelplineForm
from kasper_site.directory.models.confirmed import SORT_HELP, Confirmed
from kasper_site.directory.models.opening import WeeklySpan
from kasper_site.directory.models.searched import Searched


class OutsideHelpline(Confirmed, Searched, ClusterableModel):
    """A helpline of another organisation. Without hours that somebody confirmed it is never called open."""

    class Availability(models.TextChoices):
        ALWAYS = "always", _("day and night")
        WEEKLY = "weekly", _("at the hours below")
        UNKNOWN = "unknown", _("not known")

    name_fi = models.CharField(_("name, in Finnish"), max_length=80)
    name_sv = models.CharField(_("name, in Swedish"), max_length=80, blank=True)
    name_en = models.CharField(_("name, in English"), max_length=80, blank=True)
    note_fi = models.CharField(_("for whom or for what, in Finnish"), max_length=80, blank=True)
    note_sv = models.CharField(_("for whom or for what, in Swedish"), max_length=80, blank=True)
    note_en = models.CharField(_("for whom or for what, in English"), max_length=80, blank=True)
    phone = models.CharField(_("phone"), max_length=30, validators=[phones.validate_phone])
    availability = models.CharField(
        _("when it answers"),
        max_length=10,
        choices=Availability.choices,
        default=Availability.UNKNOWN,
        help_text=_(
            "While this is not known, or nobody has confirmed it, the number shows without a word about hours."
        ),
    )
    is_closed_on_holidays = models.BooleanField(_("closed on public holidays"), default=False)
    sort_order = models.PositiveSmallIntegerField(_("place in the list"), default=100)

    name = Translated("name")
    note = Translated("note")

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name_fi"),
                FieldPanel("phone"),
                FieldPanel("note_fi", help_text=_("A few words in small letters, for example: violence at home.")),
            ],
            _("Name and number"),
        ),
        MultiFieldPanel([FieldPanel("availability"), FieldPanel("is_closed_on_holidays")], _("Hours")),
        InlinePanel("weekly_hours", heading=_("Weekly hours"), label=_("Hours")),
        Confirmed.confirmed_panel,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel(f"{name}_sv"), FieldPanel(f"{name}_en")]) for name in ("name", "note")],
            _("In other languages"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            [FieldPanel("search_words"), FieldPanel("sort_order", help_text=SORT_HELP)],
            _("Seldom changed"),
            classname="collapsed",
        ),
    ]

    base_form_class = OutsideHelplineForm

    search_fields = [index.AutocompleteField(name) for name in ("name_fi", "name_sv", "name_en", "phone")]

    class Meta:
        verbose_name = _("outside helpline")
        verbose_name_plural = _("outside helplines")
        ordering = ["sort_order", "name_fi"]

    def __str__(self):
        return self.name_fi

    def get_preview_context(self, request, mode_name):
        return {**super().get_preview_context(request, mode_name), "is_outside": True}

    @property
    def public_phone(self) -> str:
        """The number as it is shown."""
        return phones.readable(self.phone)

    @property
    def tel(self) -> str:
        """The `tel:` link of the number; short numbers as they are."""
        return phones.tel(self.phone)

    @property
    def schedule(self) -> hours.Schedule | None:
        """When it answers, as somebody has confirmed it; None where that is not known."""
        if self.confirmed_on is None or self.availability == self.Availability.UNKNOWN:
            return None
        if self.availability == self.Availability.ALWAYS:
            return hours.ALWAYS
        policy = hours.HolidayPolicy.CLOSED if self.is_closed_on_holidays else hours.HolidayPolicy.AS_USUAL
        return hours.Schedule(tuple(row.as_rule() for row in self.weekly_hours.all()), (), policy)


class OutsideHours(WeeklySpan):
    """A span on one weekday in which the helpline answers."""

    helpline = ParentalKey(OutsideHelpline, on_delete=models.CASCADE, related_name="weekly_hours")

    panels = [FieldRowPanel([FieldPanel("weekday"), FieldPanel("opens"), FieldPanel("closes")])]

    class Meta(WeeklySpan.Meta):
        pass

    def clean(self):
        super().clean()
        if self.weekday == hours.PUBLIC_HOLIDAY:
            raise ValidationError({"weekday": _("Choose a day of the week.")})
