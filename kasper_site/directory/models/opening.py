"""Rows of opening hours, each belonging to one service or one place (as in Open Referral's HSDS schedules)."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from kasper_site.directory import hours


def one_owner(name: str) -> models.CheckConstraint:
    """A constraint: the row belongs to a service or to a place, never to both or none."""
    return models.CheckConstraint(
        condition=Q(service__isnull=True, place__isnull=False) | Q(service__isnull=False, place__isnull=True),
        name=name,
    )


def check_span(opens, closes) -> None:
    """Raise ValidationError unless the hours run forward within one day; midnight as the end is 24."""
    if opens and closes and closes <= opens and closes != hours.MIDNIGHT:
        raise ValidationError(
            {
                "closes": _(
                    "Closing comes before opening. Check the times. Midnight is 24; what goes on after it is a row "
                    "of its own on the next day."
                )
            }
        )


class WeeklySpan(models.Model):
    """A span on one weekday; what the hours of all helplines and places have in common."""

    class Weekday(models.IntegerChoices):
        MONDAY = 0, _("Monday")
        TUESDAY = 1, _("Tuesday")
        WEDNESDAY = 2, _("Wednesday")
        THURSDAY = 3, _("Thursday")
        FRIDAY = 4, _("Friday")
        SATURDAY = 5, _("Saturday")
        SUNDAY = 6, _("Sunday")
        PUBLIC_HOLIDAY = hours.PUBLIC_HOLIDAY, _("Public holidays")

    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday.choices)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))

    class Meta:
        abstract = True
        verbose_name = _("weekly hours")
        verbose_name_plural = _("weekly hours")
        ordering = ["weekday", "opens"]

    def __str__(self):
        return f"{self.get_weekday_display()} {self.opens:%H.%M}–{self.closes:%H.%M}"

    def clean(self):
        check_span(self.opens, self.closes)

    def as_rule(self) -> hours.WeeklyRule:
        """The row as a rule for the pure functions."""
        return hours.WeeklyRule(self.weekday, hours.Span(self.opens, self.closes))


class WeeklyHours(WeeklySpan):
    """A span of a service or place, valid from–until where those are given."""

    service = ParentalKey(
        "directory.Service", null=True, blank=True, on_delete=models.CASCADE, related_name="weekly_hours"
    )
    place = ParentalKey("directory.Place", null=True, blank=True, on_delete=models.CASCADE, related_name="weekly_hours")
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("weekday"), FieldPanel("opens"), FieldPanel("closes")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
    ]

    class Meta(WeeklySpan.Meta):
        constraints = [one_owner("weekly_hours_one_owner")]

    def clean(self):
        super().clean()
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("The end comes before the start. Check the dates.")})

    def as_rule(self) -> hours.WeeklyRule:
        return replace(super().as_rule(), valid_from=self.valid_from, valid_until=self.valid_until)


class HoursException(models.Model):
    """One date on which other hours hold, or none; a note says why."""

    service = ParentalKey(
        "directory.Service", null=True, blank=True, on_delete=models.CASCADE, related_name="hours_exceptions"
    )
    place = ParentalKey(
        "directory.Place", null=True, blank=True, on_delete=models.CASCADE, related_name="hours_exceptions"
    )
    date = models.DateField(_("date"))
    opens = models.TimeField(_("opens"), null=True, blank=True, help_text=_("Both times empty: closed all day."))
    closes = models.TimeField(_("closes"), null=True, blank=True)
    note = models.CharField(_("note for visitors"), max_length=120, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("date"), FieldPanel("opens"), FieldPanel("closes")]),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("exception")
        verbose_name_plural = _("exceptions")
        ordering = ["date", "opens"]
        constraints = [one_owner("hours_exception_one_owner")]

    def __str__(self):
        hours_words = f" {self.opens:%H.%M}–{self.closes:%H.%M}" if self.opens else ""
        return f"{self.date.day}.{self.date.month}.{self.date.year}{hours_words}"

    def clean(self):
        if bool(self.opens) != bool(self.closes):
            raise ValidationError({"closes": _("Give both times, or neither for a closed day.")})
        check_span(self.opens, self.closes)

    def as_exception(self) -> hours.DayException:
        """The row as the pure functions take it."""
        span = hours.Span(self.opens, self.closes) if self.opens else None
        return hours.DayException(self.date, span, self.note)
