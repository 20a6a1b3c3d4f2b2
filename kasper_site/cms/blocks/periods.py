"""Blocks with a period known to the day, month or year."""

from wagtail import blocks

from kasper_site.cms.partial_dates import PartialDate, period_text


class PeriodValue(blocks.StructValue):
    """A struct with `start` and `end` that reads as a period."""

    @property
    def period(self) -> str:
        """The period as it is shown."""
        start, end = (PartialDate.parse(self[name]) if self.get(name) else None for name in ("start", "end"))
        return period_text(start, end)
