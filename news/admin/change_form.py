"""The edit form of a release: once it has been public, publishing asks how much was changed."""

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.panels import MultiFieldPanel

from kasper_site.cms.forms import PageForm
from news import corrections

KNOWN = "known_corrections"


class ReleaseForm(PageForm):
    """Asks *small* or *essential*, and stops once, with a word of it, a draft older than the last correction."""

    known_corrections = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_asking = corrections.was_public(self.instance)
        self._open_key = self.instance.change_key if self.is_asking and corrections.is_open(self.instance) else ""
        self.fields["change_kind"].choices = [choice for choice in self.fields["change_kind"].choices if choice[0]]
        self.initial[KNOWN] = self.instance.known_corrections
        if not self._open_key:
            self.initial |= {"change_kind": "", "correction_note": ""}

    def clean(self):
        cleaned = super().clean()
        if not self.is_asking:
            cleaned |= {"change_kind": "", "correction_note": ""}
        elif self.is_publishing or "action-submit" in self.data:
            self._ask(cleaned)
            self._tell_if_older(cleaned)
        return cleaned

    def _ask(self, cleaned: dict) -> None:
        if not cleaned.get("change_kind"):
            self.add_error("change_kind", _("Tell whether the change is small or essential."))
        elif cleaned["change_kind"] == corrections.ESSENTIAL and not cleaned.get("correction_note"):
            self.add_error("correction_note", _("Write for readers what was wrong and what is right."))

    def _tell_if_older(self, cleaned: dict) -> None:
        """The form that comes back may be sent again, for its editor knows of the correction then."""
        known = cleaned.get(KNOWN, "").split()
        if unknown := corrections.unknown_to(self.instance, known):
            again = _("Publish again when it does.")
            self.add_error(None, f"{corrections.older_words(unknown)} {again}")
            self.data = self.data.copy()
            self.data[KNOWN] = " ".join([*known, *(one.key for one in unknown)])

    def _post_clean(self):
        super()._post_clean()
        cleaned = self.cleaned_data
        self._open_key = self._open_key or corrections.new_key()
        answered = cleaned.get("change_kind", ""), cleaned.get("correction_note", "")
        corrections.answer(self.instance, *answered, self._open_key, cleaned.get(KNOWN, "").split())


class ChangePanel(MultiFieldPanel):
    """The question, shown from the moment on when readers may have seen the release."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        def is_shown(self):
            return super().is_shown() and getattr(self.form, "is_asking", False)
