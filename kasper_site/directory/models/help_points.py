"""Where help is: a service that answers, a place that is open."""

from urllib.parse import urlencode

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from kasper_site.cms.translated import Translated
from kasper_site.directory import hours, phones, short_names
from kasper_site.directory.forms import HelpPointForm
from kasper_site.directory.models.confirmed import SORT_HELP, Confirmed
from kasper_site.directory.models.searched import Searched


class HolidayPolicy(models.TextChoices):
    """What a public holiday does to the weekly hours, in the editors' words."""

    CLOSED = hours.HolidayPolicy.CLOSED, _("closed")
    AS_USUAL = hours.HolidayPolicy.AS_USUAL, _("open as on any day")
    OWN_HOURS = hours.HolidayPolicy.OWN_HOURS, _("own hours")


class HelpPoint(Confirmed, Searched, ClusterableModel):
    """What a service and a place have in common: name, hours, whether holidays close it."""

    slug = models.SlugField(_("short name for addresses"), max_length=60, unique=True)
    name_fi = models.CharField(_("name, in Finnish"), max_length=120)
    name_sv = models.CharField(_("name, in Swedish"), max_length=120, blank=True)
    name_en = models.CharField(_("name, in English"), max_length=120, blank=True)
    note_fi = models.CharField(_("note, in Finnish"), max_length=200, blank=True)
    note_sv = models.CharField(_("note, in Swedish"), max_length=200, blank=True)
    note_en = models.CharField(_("note, in English"), max_length=200, blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True, validators=[phones.validate_phone])
    holiday_policy = models.CharField(
        _("on public holidays"),
        max_length=10,
        choices=HolidayPolicy.choices,
        default=HolidayPolicy.CLOSED,
        help_text=_("An exception for the day goes before this. Own hours: give them as rows of “Public holidays”."),
    )
    sort_order = models.PositiveSmallIntegerField(_("place in the list"), default=100)

    name = Translated("name")
    note = Translated("note")

    main_panels = [
        FieldPanel("name_fi"),
        FieldPanel("phone"),
        FieldPanel("note_fi", help_text=_("One short sentence below the name, for example: Also in Swedish.")),
    ]
    hours_panels = [
        InlinePanel(
            "weekly_hours",
            heading=_("Weekly hours"),
            label=_("Hours"),
            help_text=_("One row for each weekday and span, for example Wednesday 10.00–12.00."),
        ),
        InlinePanel(
            "hours_exceptions",
            heading=_("Exceptions"),
            label=_("Exception"),
            help_text=_("Days with other hours or none, for example 23 December: closed. They hold for that day only."),
        ),
        FieldPanel("holiday_policy"),
        Confirmed.confirmed_panel,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel(f"{name}_sv"), FieldPanel(f"{name}_en")]) for name in ("name", "note")],
            _("In other languages"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            [
                FieldPanel("search_words"),
                FieldPanel("sort_order", help_text=SORT_HELP),
                FieldPanel(
                    "slug", help_text=_("Used inside the site. Small letters and hyphens, for example tukiluuri.")
                ),
            ],
            _("Seldom changed"),
            classname="collapsed",
        ),
    ]
    base_form_class = HelpPointForm

    search_fields = [index.AutocompleteField(name) for name in ("name_fi", "name_sv", "name_en", "phone")]

    class Meta:
        abstract = True

    def __str__(self):
        return self.name_fi

    def clean(self):
        super().clean()
        others = (model for model in (Service, Place) if model is not type(self))
        short_names.check(self.slug, is_taken=any(other.objects.filter(slug=self.slug).exists() for other in others))

    @property
    def public_phone(self) -> str:
        """The number as it is shown."""
        return phones.readable(self.phone)

    @property
    def tel(self) -> str:
        """The `tel:` link of the number."""
        return phones.tel(self.phone)

    @cached_property
    def schedule(self) -> hours.Schedule:
        """The hours as the pure functions take them; reads the prefetched or joined rows."""
        return hours.Schedule(
            rules=tuple(row.as_rule() for row in self.weekly_hours.all()),
            exceptions=tuple(row.as_exception() for row in self.hours_exceptions.all()),
            holiday_policy=hours.HolidayPolicy(self.holiday_policy),
        )


class Service(HelpPoint):
    """Help that answers: a helpline."""

    panels = [MultiFieldPanel(HelpPoint.main_panels, _("Name and number")), *HelpPoint.hours_panels]

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")
        ordering = ["sort_order", "name_fi"]


class Place(HelpPoint):
    """Help that one can walk into: a meeting place with an address."""

    venue = models.CharField(_("venue"), max_length=120, blank=True, help_text=_("The building or room, if named."))
    street_address = models.CharField(_("street address"), max_length=160)
    municipality = models.CharField(_("municipality or district"), max_length=80)
    host = models.CharField(_("host"), max_length=160, blank=True, help_text=_("In whose premises."))
    host_abbreviation = models.CharField(_("host's short name"), max_length=40, blank=True)

    panels = [
        MultiFieldPanel(HelpPoint.main_panels, _("Name and number")),
        MultiFieldPanel(
            [
                FieldPanel("street_address"),
                FieldPanel("municipality"),
                FieldPanel("venue"),
                FieldRowPanel([FieldPanel("host"), FieldPanel("host_abbreviation")]),
            ],
            _("Address"),
        ),
        *HelpPoint.hours_panels,
    ]

    search_fields = [
        *HelpPoint.search_fields,
        *(index.AutocompleteField(name) for name in ("venue", "street_address", "municipality", "host")),
    ]

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["sort_order", "name_fi"]

    @property
    def address(self) -> str:
        """The address on one line."""
        return ", ".join(part for part in (self.venue, self.street_address, self.municipality) if part)

    @property
    def map_url(self) -> str:
        """Where OpenStreetMap shows the address: a link, never a map on our own page."""
        query = urlencode({"query": f"{self.street_address}, {self.municipality}"})
        return f"https://www.openstreetmap.org/search?{query}"
