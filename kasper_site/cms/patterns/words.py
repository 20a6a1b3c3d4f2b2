"""Names of states, and example texts that try a component's patience."""

from django.utils.translation import gettext_lazy as _

REST = _("At rest")
HOVER = _("Under the pointer")
FOCUS = _("In focus")
CHOSEN = _("Chosen")
OPEN = _("Open")
CLOSED = _("Closed")
DISABLED = _("Not in use")
ERROR = _("Error")
EMPTY = _("Empty")
LONG = _("Long text")
NO_PICTURE = _("Without a picture")
OVER = _("Over")
FIRST = _("First page")
MIDDLE = _("In the middle")
LAST = _("Last page")

SENTENCE = "Voit tulla paikalle nimeäsi kertomatta."
TEXT = f"<p>{SENTENCE} Juomme kahvia ja juttelemme rauhassa.</p>"
LONG_WORD = "Lastensuojelujärjestöverkostoyhteistyökehittämishanke"
LONG_LINE = (
    "Vanhempien vertaistukitoiminnan ja ammattilaisten yhteistyöverkoston kehittämishanke Etelä-Karjalan"
    " hyvinvointialueella ja sen naapurikunnissa"
)
