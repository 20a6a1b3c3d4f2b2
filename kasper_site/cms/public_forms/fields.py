"""Fields for what visitors write. Control characters, which nobody types, are left out; nothing is cut silently."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

# Also those that are not seen but turn a text around or make an empty one look written
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
TOO_LONG = _("This is too long: %(show_value)d characters. There is room for %(limit_value)d.")


class _Written:
    """What the fields share."""

    default_error_messages = {"max_length": TOO_LONG}

    def to_python(self, value):
        """The text as it was meant."""
        return super().to_python(self.as_meant(value or ""))

    def as_meant(self, value: str) -> str:
        """One line: no breaks, which could start a new header in a letter."""
        return " ".join(_CONTROLS.sub("", value).split())

    def widget_attrs(self, widget):
        """Without `maxlength`: a browser cuts a long text at it without a word."""
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class LineField(_Written, forms.CharField):
    """A line."""


class EmailField(_Written, forms.EmailField):
    """A mail address."""

    default_error_messages = {
        "invalid": _("Check the e-mail address. It looks like this: maija@example.org"),
    }


class TextField(_Written, forms.CharField):
    """Some paragraphs."""

    widget = forms.Textarea

    def as_meant(self, value: str) -> str:
        return _CONTROLS.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
