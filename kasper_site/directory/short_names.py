"""Which short names facts may have in addresses, so that no two of them answer at one address."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

DISCREET = "-huomaamaton"


def is_allowed(slug: str) -> bool:
    """Whether it can be told from the address of a discreet calendar and from a person's number."""
    return not slug.endswith(DISCREET) and not slug.isdecimal()


def check(slug: str, is_taken: bool = False) -> None:
    """Raise ValidationError for a name that is not allowed, or taken by a fact of another kind."""
    if slug.endswith(DISCREET):
        message = _("Choose another ending: addresses that end in “%(ending)s” are those of discreet calendars.")
        raise ValidationError({"slug": message % {"ending": DISCREET}})
    if slug.isdecimal():
        raise ValidationError({"slug": _("Use letters too: addresses of digits alone are those of people.")})
    if is_taken:
        raise ValidationError({"slug": _("Another service or place has this short name. Choose another one.")})
