"""People and how to reach them."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from kasper_site.cms.translated import Translated
from kasper_site.directory import phones
from kasper_site.directory.models.confirmed import SORT_HELP, Confirmed


class PersonQuerySet(models.QuerySet):
    """People by their time with us."""

    def current(self):
        """Those who are with us today."""
        today = timezone.localdate()
        return self.filter(
            Q(from_date__isnull=True) | Q(from_date__lte=today),
            Q(until_date__isnull=True) | Q(until_date__gte=today),
        )

    def staff(self):
        """Those whom the staff directory lists, in its order."""
        return self.current().filter(is_in_staff_list=True).order_by("sort_order", "name")


class Person(Confirmed):
    """A person: the one source of every contact block. After their last day no number and no address shows."""

    name = models.CharField(_("name"), max_length=120)
    role_fi = models.CharField(_("role, in Finnish"), max_length=120, blank=True)
    role_sv = models.CharField(_("role, in Swedish"), max_length=120, blank=True)
    role_en = models.CharField(_("role, in English"), max_length=120, blank=True)
    organisation = models.CharField(_("organisation"), max_length=120, blank=True, help_text=_("Empty: ours."))
    phone = models.CharField(_("phone"), max_length=30, blank=True, validators=[phones.validate_phone])
    email = models.EmailField(_("e-mail"), blank=True)
    from_date = models.DateField(_("first day"), null=True, blank=True)
    until_date = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_("After this day the number and the address disappear from every page."),
    )
    is_in_staff_list = models.BooleanField(_("in the staff list"), default=True)
    sort_order = models.PositiveSmallIntegerField(_("place in the list"), default=100)

    role = Translated("role")

    objects = PersonQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("role_fi"), FieldRowPanel([FieldPanel("phone"), FieldPanel("email")])],
            _("Who, and how to reach them"),
        ),
        Confirmed.confirmed_panel,
        MultiFieldPanel([FieldPanel("role_sv"), FieldPanel("role_en")], _("In other languages"), classname="collapsed"),
        MultiFieldPanel(
            [
                FieldPanel("is_in_staff_list"),
                FieldPanel("sort_order", help_text=SORT_HELP),
                FieldRowPanel([FieldPanel("from_date"), FieldPanel("until_date")]),
                FieldPanel("organisation"),
            ],
            _("Where and how long the person shows"),
            classname="collapsed",
        ),
    ]

    search_fields = [index.AutocompleteField(name) for name in ("name", "role_fi", "organisation", "phone", "email")]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_order", "name"]

    def __str__(self):
        return self.name

    def get_preview_context(self, request, mode_name):
        return {**super().get_preview_context(request, mode_name), "is_person": True}

    @property
    def is_current(self) -> bool:
        """Whether the person is with us today."""
        today = timezone.localdate()
        return (not self.from_date or self.from_date <= today) and (not self.until_date or today <= self.until_date)

    @property
    def has_left(self) -> bool:
        """Whether the person's last day is over."""
        return bool(self.until_date and self.until_date < timezone.localdate())

    @property
    def public_phone(self) -> str:
        """The number as it is shown; "" once the person has left."""
        return phones.readable(self.phone) if self.is_current else ""

    @property
    def public_email(self) -> str:
        """The address as it is shown; "" once the person has left."""
        return self.email if self.is_current else ""

    @property
    def tel(self) -> str:
        """The `tel:` link of the public number."""
        return phones.tel(self.public_phone)
