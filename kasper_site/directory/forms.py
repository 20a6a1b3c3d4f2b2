"""The forms of facts: a tick that the facts are true today, and hours that do not contradict each other."""

from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasper_site.cms.safekeeping.fact_form import SeenForm
from kasper_site.directory import overlaps
from kasper_site.directory.hours import PUBLIC_HOLIDAY, HolidayPolicy

_ROWS_MISSING = gettext_lazy("Own hours need a row: choose “Public holidays” as its weekday and give the times.")
_ROWS_TOO_MANY = gettext_lazy("There are hours for public holidays. Choose “own hours”, or remove their row.")
_OUTSIDE_MISSING = gettext_lazy("Give the hours as rows below, or choose “not known”.")
_OUTSIDE_TICK = gettext_lazy(
    "Tick this once you have made sure of the number and the hours with the helpline itself. Until then visitors see "
    "the number without a word about hours."
)
_OUTSIDE_HOURS = {"availability", "is_closed_on_holidays"}
_CONFIRMATION = {"is_confirmed_today", "confirmed_on"}
_OUTSIDE_TOO_MANY = gettext_lazy("There are hours below. Choose “at the hours below”, or remove the rows.")


class FactForm(SeenForm):
    """A fact with the tick that static/js/admin/confirmed.js sets as soon as something else changes."""

    is_confirmed_today = forms.BooleanField(
        label=gettext_lazy("The facts were checked today"),
        required=False,
        help_text=gettext_lazy(
            "Ticks itself when you change something. Take the tick away if you did not look at the other facts."
        ),
        widget=forms.CheckboxInput(attrs={"data-confirms": "confirmed_on"}),
    )

    class Media:
        js = ["js/admin/confirmed.js"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_confirmed_today"):
            cleaned["confirmed_on"] = timezone.localdate()
        return cleaned


class HelpPointForm(FactForm):
    """A service or place; its rows of hours are looked at together, once each is sound."""

    def is_valid(self):
        is_sound = super().is_valid()
        if not is_sound:
            return False
        weekly = self._refuse("weekly_hours", overlaps.weekly, lambda row: row.as_rule())
        exceptions = self._refuse("hours_exceptions", overlaps.exceptions, lambda row: row.as_exception())
        return not weekly and not exceptions and self._has_its_holidays()

    def _has_its_holidays(self) -> bool:
        """Whether there are hours for public holidays where the policy asks for them, and none where it does not."""
        formset = self.formsets.get("weekly_hours")
        rows = [form for form in formset if is_kept(formset, form)] if formset else []
        has_rows = any(form.instance.weekday == PUBLIC_HOLIDAY for form in rows)
        is_asked = self.cleaned_data.get("holiday_policy") == HolidayPolicy.OWN_HOURS
        if has_rows == is_asked or "holiday_policy" not in self.fields:
            return True
        self.add_error("holiday_policy", _ROWS_TOO_MANY if has_rows else _ROWS_MISSING)
        return False

    def _refuse(self, relation: str, find: Callable, as_value: Callable) -> bool:
        """Mark the rows of a relation that contradict each other; whether there are any."""
        formset = self.formsets.get(relation)
        rows = [form for form in formset if is_kept(formset, form)] if formset else []
        pairs = find([as_value(form.instance) for form in rows])
        for first, second in pairs:
            words = {"first": rows[first].instance, "second": rows[second].instance}
            message = _("“%(first)s” and “%(second)s” overlap. Change the times of one, or remove it.") % words
            formset.non_form_errors().append(message)
            rows[second].add_error(None, ValidationError(message))
        return bool(pairs)


class OutsideHelplineForm(FactForm):
    """A helpline of others: hours are given where it is said to have some.

    Nobody of ours answers there, so a tick that sets itself would confirm what was only copied: until somebody has
    confirmed it by hand the tick stays as it is, and hours that change without it are unconfirmed again.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        tick = self.fields.get("is_confirmed_today")
        if tick and self.instance.confirmed_on is None:
            tick.widget.attrs.pop("data-confirms")
            tick.help_text = _OUTSIDE_TICK

    def is_valid(self):
        if not super().is_valid():
            return False
        formset = self.formsets.get("weekly_hours")
        has_rows = bool(formset) and any(is_kept(formset, form) for form in formset)
        if has_rows != (self.cleaned_data.get("availability", "") == "weekly") and "availability" in self.fields:
            self.add_error("availability", _OUTSIDE_TOO_MANY if has_rows else _OUTSIDE_MISSING)
            return False
        self._forget_confirmation(bool(formset) and formset.has_changed())
        return True

    def _forget_confirmation(self, are_rows_changed: bool) -> None:
        is_other = are_rows_changed or not _OUTSIDE_HOURS.isdisjoint(self.changed_data)
        if is_other and _CONFIRMATION.isdisjoint(self.changed_data):
            self.instance.confirmed_on = None


def is_kept(formset, form) -> bool:
    """Whether a row is filled in and not marked for removal."""
    return form not in formset.deleted_forms and (form.has_changed() or form.instance.pk is not None)
