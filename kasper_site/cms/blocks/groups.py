"""The groups of the block picker, in the order in which an editor thinks of them."""

from django.utils.translation import gettext_lazy as _

TEXT = _("Text")
LISTS = _("Lists")
FILES = _("Pictures and files")
PEOPLE = _("People and services")

ORDER = (TEXT, LISTS, FILES, PEOPLE)
