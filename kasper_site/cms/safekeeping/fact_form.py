"""A form for what has no drafts: a change that somebody else has saved meanwhile is shown, not overwritten.

The form carries a stamp of the values that it was opened with. Where they have changed since, what was typed stays in
the form, each field that differs says what is saved now, and the next save counts.
"""

import hashlib

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.log_actions import registry

from kasper_site.cms.safekeeping import changes
from kasper_site.cms.safekeeping.words import moment_words

STAMP = "seen_stamp"
RESTORED = "is_restored"


class SeenForm(WagtailAdminModelForm):
    """Wagtail's form of a model, which knows the values that its sender has seen."""

    seen_stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.before = changes.state_of(self, self.instance)
        self.fields[STAMP].initial = stamp_of(self.before)
        self._is_compared = False

    def is_valid(self):
        """Whether the form may be saved; it is compared once, whoever asks how often."""
        if not self._is_compared:
            self._is_compared = True
            self.errors  # noqa: B018  cleans the form: an error may be added only after that
            self._compare()
        return super().is_valid()

    def _compare(self) -> None:
        seen, now = self.data.get(STAMP), stamp_of(self.before)
        # What cannot be read cannot be compared either: the next save compares again.
        is_sound = not self.errors
        if RESTORED in self.data:
            self.add_error(None, _("This is what you typed and what was not saved. Read it through and save it."))
        if seen and self.instance.pk and seen != now:
            self._show_others(changes.compare(self.before, changes.state_of(self, self.instance, is_typed=True)))
        self.data = self.data.copy()
        self.data[STAMP] = now if is_sound else seen
        self.data.pop(RESTORED, None)

    def _show_others(self, differing: list[changes.Change]) -> None:
        """Tell who has changed it, and beside each field that differs what is saved now."""
        if not differing:
            return
        self.add_error(None, self._whose_change())
        for change in differing:
            words = _("Saved now: %(value)s") % {"value": change.old or _("nothing")}
            if change.name in self.fields:
                self.add_error(change.name, words)
            else:
                self.formsets[change.name].non_form_errors().append(words)

    def _whose_change(self) -> str:
        entry = registry.get_logs_for_instance(self.instance).select_related("user").first()
        if entry is None:
            return _("This was changed while you had it open. What you typed is in this form. Compare and save again.")
        words = _(
            "%(name)s changed this on %(moment)s, while you had it open. What you typed is in this form. "
            "Compare and save again."
        )
        return words % {"name": entry.user_display_name, "moment": moment_words(entry.timestamp)}


def stamp_of(state: changes.State) -> str:
    """A short sum of the values."""
    return hashlib.sha256(repr(sorted(state.items())).encode()).hexdigest()[:32]
