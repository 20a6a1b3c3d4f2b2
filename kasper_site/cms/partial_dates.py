"""Dates known to the day, the month or only the year, kept and shown with just that precision.

Stored as ISO 8601 text of reduced precision (`2009`, `2009-10`, `2009-10-31`), typed in the Finnish or the
ISO form, shown in the Finnish one (`2009`, `10/2009`, `31.10.2009`).
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

_FORMS = (
    re.compile(r"(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?"),
    re.compile(r"(?P<month>\d{1,2})/(?P<year>\d{4})"),
    re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})"),
)


@dataclass(frozen=True, order=True)
class PartialDate:
    """A year, with a month and a day where they are known (0 where not)."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """The date that `text` names; raises ValidationError with the forms that are understood."""
        for form in _FORMS:
            match = form.fullmatch(text.strip())
            if match:
                parts = {name: int(value) for name, value in match.groupdict().items() if value}
                if _exists(**parts):
                    return cls(**parts)
        raise ValidationError(_DATE_HINT, code="invalid")

    @property
    def first_day(self) -> date:
        """The first day that the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that the date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def iso(self) -> str:
        """ISO 8601 with the precision that is known."""
        return "-".join(
            [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part],
        )

    def __str__(self) -> str:
        if self.day:
            return f"{self.day}.{self.month}.{self.year}"
        return f"{self.month}/{self.year}" if self.month else f"{self.year}"


def _exists(year: int, month: int = 1, day: int = 1) -> bool:
    """Whether there is such a day; the years before 1800 are typing errors here."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return year >= 1800


_DATE_HINT = _("Give the date as 2023, 8/2023 or 2.8.2023.")


def validate_partial_date(text: str) -> None:
    """Validator for text fields and blocks that hold a partial date."""
    PartialDate.parse(text)


def period_text(start: PartialDate | None, end: PartialDate | None) -> str:
    """A period in words: `2020–2023`, `1.1.2009–31.10.2010`, `2016–`, or one date where both are the same."""
    if start and end and start != end:
        return f"{start}–{end}"
    if start and not end:
        return f"{start}–"
    if end and not start:
        return f"–{end}"
    return str(start or "")


class PartialDateField(models.CharField):
    """A model field for a `PartialDate`; None where nothing is known."""

    description = _("Date known to the day, month or year")

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 10)
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("help_text", _DATE_HINT)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value, expression, connection):
        return self.to_python(value)

    def to_python(self, value):
        if value is None or isinstance(value, PartialDate):
            return value
        return PartialDate.parse(value) if str(value).strip() else None

    def get_prep_value(self, value):
        value = self.to_python(value)
        return value.iso() if value else None

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def run_validators(self, value):
        """Length is bounded by the forms themselves."""

    def formfield(self, **kwargs):
        return super().formfield(**{"max_length": 12, "empty_value": None, **kwargs})


def has_passed(end: PartialDate | None) -> bool:
    """Whether the last day that an end can mean has passed, by the Finnish calendar."""
    return bool(end) and end.last_day < timezone.localdate()


class Period(models.Model):
    """A start and an end, each open or known to the day, month or year."""

    period_start = PartialDateField(verbose_name=_("starts"))
    period_end = PartialDateField(verbose_name=_("ends"))

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.period_start and self.period_end and self.period_end.last_day < self.period_start.first_day:
            raise ValidationError({"period_end": _("The end comes before the start. Check the years.")})

    @property
    def period(self) -> str:
        """The period as it is shown."""
        return period_text(self.period_start, self.period_end)

    @property
    def is_over(self) -> bool:
        """Whether its end has passed."""
        return has_passed(self.period_end)

    @property
    def is_ahead(self) -> bool:
        """Whether the first day that the start can mean lies ahead."""
        return bool(self.period_start) and self.period_start.first_day > timezone.localdate()
