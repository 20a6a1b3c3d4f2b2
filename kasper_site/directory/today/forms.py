"""The two forms of a day: its hours with a note, or the note alone. What was typed stays in them, errors beside it."""

from collections.abc import Iterator

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasper_site.directory import overlaps
from kasper_site.directory.hours import DayException, Span
from kasper_site.directory.today import typed

MOST_SPANS = 24
MOST_IN_NOTE = 120
MOST_IN_TIME = 40


class NoteForm(forms.Form):
    """The note that visitors read."""

    note = forms.CharField(
        label=gettext_lazy("Message to visitors"),
        required=False,
        help_text=gettext_lazy("One short sentence, for example: The worker is ill. You may leave it empty."),
    )

    def clean_note(self) -> str:
        """The note on one line, if it fits."""
        note = " ".join(self.cleaned_data["note"].split())
        if len(note) > MOST_IN_NOTE:
            words = _("The message has %(count)d characters. There is room for %(most)d: make it shorter.")
            raise ValidationError(words % {"count": len(note), "most": MOST_IN_NOTE})
        return note


class HoursForm(NoteForm):
    """The spans of a day: those that hold, and one more."""

    def __init__(self, *args, spans: tuple[Span, ...] = (), **kwargs):
        super().__init__(*args, **kwargs)
        self.count = min(max(len(spans) + 1, 2, self._sent_rows()), MOST_SPANS)
        for number in range(self.count):
            shown = typed.shown(spans[number]) if number < len(spans) else ("", "")
            for name, label, value in zip((typed.OPENS, typed.CLOSES), _labels(number), shown, strict=True):
                self.fields[f"{name}_{number}"] = _time_field(label, value)
        self.order_fields([*(name for row in self._names() for name in row), "note"])

    def _sent_rows(self) -> int:
        """How many rows were sent: the hours may have changed since, the typed ones are shown again."""
        numbers = (name.rpartition("_")[2] for name in self.data if name.startswith(f"{typed.CLOSES}_"))
        sent = (int(number) for number in numbers if number.isascii() and number.isdigit() and len(number) < 3)
        return 1 + max(sent, default=0)

    def _names(self) -> list[tuple[str, str]]:
        return [(f"{typed.OPENS}_{number}", f"{typed.CLOSES}_{number}") for number in range(self.count)]

    @property
    def rows(self) -> Iterator[tuple]:
        """The fields of each span side by side."""
        return ((self[opens], self[closes]) for opens, closes in self._names())

    def clean(self) -> dict:
        """Read the spans; each mistake beside its field."""
        cleaned = super().clean()
        read: list[tuple[int, Span]] = []
        for number, (opens, closes) in enumerate(self._names()):
            try:
                span = typed.read_span(cleaned.get(opens, ""), cleaned.get(closes, ""))
            except ValidationError as error:
                for name, messages in error.message_dict.items():
                    self.add_error(f"{name}_{number}", messages)
            else:
                read += [(number, span)] if span else []
        self._check(read)
        return {**cleaned, "spans": tuple(sorted((span for _number, span in read), key=lambda span: span.minutes))}

    def _check(self, read: list[tuple[int, Span]]) -> None:
        """At least one span, and none over another; looked at once each is sound."""
        if self.errors:
            return
        if not read:
            words = _("Write when it is open, for example 9 and 15. If it is closed all day, go back and press Closed.")
            self.add_error(f"{typed.OPENS}_0", words)
        for _first, second in overlaps.exceptions([DayException(None, span) for _number, span in read]):
            name = f"{typed.OPENS}_{read[second][0]}"
            self.add_error(name, _("These times overlap with the others. Change them, or take them away."))


def _labels(number: int) -> tuple[str, str]:
    """Field labels that tell the rows apart: a second span is after a break."""
    if number == 0:
        return _("Opens"), _("Closes")
    later = f" ({number + 1})" if number > 1 else ""
    return _("Opens again") + later, _("Closes again") + later


def _time_field(label: str, initial: str) -> forms.CharField:
    # The keyboard of numbers has a comma or a stop, and either is read.
    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": 8})
    return forms.CharField(label=label, initial=initial, required=False, widget=widget, validators=[_not_too_long])


def _not_too_long(text: str) -> None:
    if len(text) > MOST_IN_TIME:
        raise ValidationError(_("This is too long for a time. Write for example 9 or 9.30."))
