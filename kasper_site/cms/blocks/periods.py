"""Blocks with a period or a date known to the day, month or year."""

from wagtail import blocks

from kasper_site.cms.partial_dates import PartialDate, period_text


class PeriodValue(blocks.StructValue):
    """A struct with `start` and `end` that reads as a period."""

    @property
    def period(self) -> str:
        """The period as it is shown."""
        start, end = (PartialDate.parse(self[name]) if self.get(name) else None for name in ("start", "end"))
        return period_text(start, end)


class DatedValue(blocks.StructValue):
    """A struct with a `date` that reads as one."""

    @property
    def date_text(self) -> str:
        """The date as it is shown; "" where it is not known."""
        return str(PartialDate.parse(self["date"])) if self.get("date") else ""
