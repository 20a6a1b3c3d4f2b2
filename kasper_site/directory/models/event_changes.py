"""Rows of changed dates, each belonging to one event."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from kasper_site.directory import event_checks
from kasper_site.directory.calendar.occurrences import Change
from kasper_site.directory.hours import Span


class EventChange(models.Model):
    """One date of an event on which something else holds: cancelled, other times, another day; a note says why."""

    event = ParentalKey("directory.Event", on_delete=models.CASCADE, related_name="changes")
    date = models.DateField(_("date"), help_text=_("The day on which it would have been."))
    is_cancelled = models.BooleanField(_("is cancelled"), default=False)
    moved_to = models.DateField(_("moved to"), null=True, blank=True)
    opens = models.TimeField(_("begins"), null=True, blank=True, help_text=_("Both times empty: as usual."))
    closes = models.TimeField(_("ends"), null=True, blank=True)
    note = models.CharField(_("note for visitors"), max_length=120, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("date"), FieldPanel("is_cancelled")]),
        FieldRowPanel([FieldPanel("moved_to"), FieldPanel("opens"), FieldPanel("closes")]),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("changed date")
        verbose_name_plural = _("changed dates")
        ordering = ["date"]

    def __str__(self):
        return f"{self.date.day}.{self.date.month}.{self.date.year}"

    def clean(self):
        event_checks.check_change(self)

    def as_change(self) -> Change:
        """The row as the pure functions take it."""
        span = Span(self.opens, self.closes) if self.opens is not None and self.closes is not None else None
        return Change(self.date, self.is_cancelled, span, self.moved_to, self.note)
