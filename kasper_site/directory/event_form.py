"""The form of an event: its changed dates are looked at together with the dates that it has."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kasper_site.directory.calendar import occurrences
from kasper_site.directory.forms import FactForm, is_kept


class EventForm(FactForm):
    """An event; each changed date is one of its dates, and named once."""

    def is_valid(self):
        return super().is_valid() and self._changes_fit()

    def _changes_fit(self) -> bool:
        formset = self.formsets.get("changes")
        rows = [form for form in formset if is_kept(formset, form)] if formset else []
        plan = self.instance.plan_with()
        days = occurrences.planned_days(plan) if plan else []
        seen = set()
        for form in rows:
            day = form.instance.date
            if day not in days:
                message = _("The event has no date on that day. Check the day, or remove the row.")
                form.add_error("date", ValidationError(message))
            elif day in seen:
                form.add_error("date", ValidationError(_("That day is in the list already. Remove one of its rows.")))
            seen.add(day)
        return not any(form.errors for form in rows)
