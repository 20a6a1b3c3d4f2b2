"""Events and groups: what one can take part in, once or again and again. Facts without drafts, like services."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from kasper_site.cms.translated import Translated
from kasper_site.directory import event_checks, hours, phones, short_names
from kasper_site.directory.calendar import occurrences
from kasper_site.directory.calendar.occurrences import Change, Frequency, Plan
from kasper_site.directory.event_form import EventForm
from kasper_site.directory.hours import Span
from kasper_site.directory.models.confirmed import Confirmed
from kasper_site.directory.models.event_changes import EventChange

MOST_TIMES = 150


class EventQuerySet(models.QuerySet):
    """Events by their time."""

    def running(self):
        """Those that may still take place, as far as SQL can tell: without dates, or not surely past."""
        today = timezone.localdate()
        moved = EventChange.objects.filter(event=OuterRef("pk"), moved_to__gte=today)
        own = Q(first_date__isnull=True) | Q(first_date__gte=today) | Q(until_date__gte=today) | Q(times__isnull=False)
        return self.filter(own | Exists(moved))

    def whole(self):
        """With all that a list shows of them: two queries, however many there are."""
        return self.select_related("place", "contact_person", "contact_service").prefetch_related("changes")


class Event(Confirmed, ClusterableModel):
    """A group, an information evening or another event, with its dates or, until they are set, with whom to ask."""

    class Kind(models.TextChoices):
        GROUP = "ryhma", _("Group")
        EVENING = "tietoilta", _("Information evening")
        OTHER = "tapahtuma", _("Event")

    class Status(models.TextChoices):
        ON = "on", _("is held")
        PAUSED = "paused", _("on a break")
        CANCELLED = "cancelled", _("is cancelled")

    class Repeats(models.TextChoices):
        ONCE = Frequency.ONCE, _("once")
        WEEKLY = Frequency.WEEKLY, _("every week")
        FORTNIGHTLY = Frequency.FORTNIGHTLY, _("every second week")
        MONTHLY = Frequency.MONTHLY, _("every month on the same weekday, for example the second Thursday")

    class HolidayPolicy(models.TextChoices):
        CLOSED = hours.HolidayPolicy.CLOSED, _("is not held")
        AS_USUAL = hours.HolidayPolicy.AS_USUAL, _("is held as on any day")

    slug = models.SlugField(
        _("end of the address"),
        max_length=60,
        unique=True,
        blank=True,
        help_text=_("Empty: made from the name. If you change it, calendars that follow the event lose it."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.GROUP)
    name_fi = models.CharField(_("name, in Finnish"), max_length=120)
    name_sv = models.CharField(_("name, in Swedish"), max_length=120, blank=True)
    name_en = models.CharField(_("name, in English"), max_length=120, blank=True)
    audience_fi = models.CharField(_("for whom, in Finnish"), max_length=200, blank=True)
    audience_sv = models.CharField(_("for whom, in Swedish"), max_length=200, blank=True)
    audience_en = models.CharField(_("for whom, in English"), max_length=200, blank=True)
    summary_fi = models.CharField(_("in one sentence, in Finnish"), max_length=200, blank=True)
    summary_sv = models.CharField(_("in one sentence, in Swedish"), max_length=200, blank=True)
    summary_en = models.CharField(_("in one sentence, in English"), max_length=200, blank=True)
    description_fi = models.TextField(_("what happens there, in Finnish"), max_length=3000, blank=True)
    description_sv = models.TextField(_("what happens there, in Swedish"), max_length=3000, blank=True)
    description_en = models.TextField(_("what happens there, in English"), max_length=3000, blank=True)

    first_date = models.DateField(_("first day"), null=True, blank=True)
    opens = models.TimeField(_("begins"), null=True, blank=True)
    closes = models.TimeField(_("ends"), null=True, blank=True)
    repeats = models.CharField(_("how often"), max_length=20, choices=Repeats.choices, default=Repeats.ONCE)
    until_date = models.DateField(_("last day"), null=True, blank=True)
    times = models.PositiveSmallIntegerField(
        _("or how many times"),
        null=True,
        blank=True,
        validators=[MinValueValidator(2), MaxValueValidator(MOST_TIMES)],
    )
    holiday_policy = models.CharField(
        _("on public holidays"), max_length=10, choices=HolidayPolicy.choices, default=HolidayPolicy.CLOSED
    )
    status = models.CharField(_("at the moment"), max_length=10, choices=Status.choices, default=Status.ON)

    place = models.ForeignKey(
        "directory.Place",
        verbose_name=_("place"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
    )
    venue = models.CharField(
        _("another place, or the room"),
        max_length=160,
        blank=True,
        help_text=_("With its address, if the place is not in the list."),
    )
    is_online = models.BooleanField(_("can be joined online"), default=False)

    contact_person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("person to ask"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
    )
    contact_service = models.ForeignKey(
        "directory.Service",
        verbose_name=_("or helpline to ask"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
    )
    phone = models.CharField(_("or another number"), max_length=30, blank=True, validators=[phones.validate_phone])

    name = Translated("name")
    audience = Translated("audience")
    summary = Translated("summary")
    description = Translated("description")

    objects = EventQuerySet.as_manager()
    base_form_class = EventForm

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name_fi"),
                FieldPanel("kind"),
                FieldPanel("summary_fi"),
                FieldPanel(
                    "audience_fi", help_text=_("For example: For parents whose child is placed outside the home.")
                ),
                FieldPanel("description_fi", help_text=_("Plain text. An empty line begins a new paragraph.")),
            ],
            _("What and for whom"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("first_date"), FieldPanel("opens"), FieldPanel("closes")]),
                FieldPanel("repeats"),
                FieldRowPanel([FieldPanel("until_date"), FieldPanel("times")]),
                FieldRowPanel([FieldPanel("holiday_policy"), FieldPanel("status")]),
            ],
            _("When"),
            help_text=_("Not known yet? Leave the day and the times empty: the site says that they are told later."),
        ),
        InlinePanel(
            "changes",
            heading=_("Changed dates"),
            label=_("Changed date"),
            help_text=_("A date that is cancelled, or held at another time or on another day."),
        ),
        MultiFieldPanel([FieldPanel("place"), FieldPanel("venue"), FieldPanel("is_online")], _("Where")),
        MultiFieldPanel(
            [FieldPanel("contact_person"), FieldPanel("contact_service"), FieldPanel("phone")], _("Whom to ask")
        ),
        Confirmed.confirmed_panel,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel(f"{name}_sv"), FieldPanel(f"{name}_en")])
                for name in ("name", "summary", "audience", "description")
            ],
            _("In other languages"),
            classname="collapsed",
        ),
        MultiFieldPanel([FieldPanel("slug")], _("Seldom changed"), classname="collapsed"),
    ]

    search_fields = [index.AutocompleteField(name) for name in ("name_fi", "name_sv", "name_en", "venue")]

    class Meta:
        verbose_name = _("event or group")
        verbose_name_plural = _("events and groups")
        ordering = ["name_fi"]

    def __str__(self):
        return self.name_fi

    def clean(self):
        super().clean()
        event_checks.check(self)
        self.slug = self.slug or self._free_slug()
        short_names.check(self.slug)

    def _free_slug(self) -> str:
        """An end of the address that nobody has, from the name."""
        start = slugify(self.name_fi)[:50] or "tapahtuma"
        taken = set(Event.objects.filter(slug__startswith=start).exclude(pk=self.pk).values_list("slug", flat=True))
        offered = (start, *(f"{start}-{number}" for number in range(2, 1000)))
        return next(slug for slug in offered if slug not in taken and short_names.is_allowed(slug))

    def get_preview_template(self, request, mode_name):
        return "directory/event_preview.html"

    @property
    def plan(self) -> Plan | None:
        """When it is meant to be; None until that is known. Reads the prefetched rows."""
        return self.plan_with(tuple(row.as_change() for row in self.changes.all())) if self.first_date else None

    def plan_with(self, changes: tuple[Change, ...] = ()) -> Plan | None:
        """The plan with the given changes; None where day and times are not known."""
        if not (self.first_date and self.opens is not None and self.closes is not None):
            return None
        return Plan(
            self.first_date,
            Span(self.opens, self.closes),
            Frequency(self.repeats),
            self.until_date,
            self.times,
            changes,
            self.holiday_policy == hours.HolidayPolicy.AS_USUAL,
        )

    @property
    def occurrences(self) -> list[occurrences.Occurrence]:
        """Every date of it; none until they are known."""
        return occurrences.occurrences(self.plan) if self.plan else []

    @property
    def public_phone(self) -> str:
        """The number to ask at, where it is neither a person's nor a service's."""
        return phones.readable(self.phone)

    @property
    def tel(self) -> str:
        """The `tel:` link of that number."""
        return phones.tel(self.phone)
