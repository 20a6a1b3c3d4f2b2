"""The form that public forms grow from."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasper_site.cms.public_forms import stamp
from kasper_site.cms.public_forms.stamp import Verdict

STAMP_NAME = "leima"
TRAP_NAME = "verkkosivusi"


class PublicForm(forms.Form):
    """Carries a stamp in the place of a CSRF token, and a trap: a hidden field that only machines fill in.

    Whatever is wrong with either, the form comes back with all that was written and a line that says what to do: a
    person may be behind it.
    """

    form_name = ""
    introduction = ""  # a line above the fields
    not_taken = gettext_lazy("The message was not sent yet")  # the heading above what is wrong
    note_template = ""  # what becomes of the message, shown above the button

    @property
    def stamp(self) -> str:
        """The stamp to show: the one that came, or a new one where that is of no use."""
        return self._sent_stamp if self._verdict.is_usable else stamp.give(self.form_name)

    @property
    def _sent_stamp(self) -> str:
        return self.data.get(STAMP_NAME, "")

    @cached_property
    def _verdict(self) -> Verdict:
        return stamp.judge(self._sent_stamp, self.form_name)

    def clean(self):
        """Hang on the form what is wrong with its sending."""
        if self.data.get(TRAP_NAME):
            self.add_error(None, _("A hidden field was filled in, perhaps by a program. It is empty now. Send again."))
        elif self._verdict is Verdict.HASTY:
            self.add_error(None, _("That was very quick. Look at what you wrote and send it again."))
        elif not self._verdict.is_usable:
            self.add_error(None, _("We had to open the form anew. All you wrote is here: send it again."))
        return super().clean()
