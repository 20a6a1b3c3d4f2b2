"""Phone numbers as people read them and as phones dial them.

Short numbers (112, 116 111) are dialled as they are: the phonenumbers library would put a country code before them.
"""

import re
import unicodedata

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

NBSP = "\N{NO-BREAK SPACE}"
_SHORT = re.compile(r"(112|116\d{3}|\d{5,6})")
_BETWEEN = r"\s()./‐‑–−-"  # any dash that a phone or a word processor puts there
_NUMBER = re.compile(rf"[\d+{_BETWEEN}]+")
_IN_TEXT = re.compile(rf"\+?\d[\d{_BETWEEN}]+\d")


def _digits(text: str) -> str:
    return re.sub(r"[^\d+]", "", text or "")


def is_short(text: str) -> bool:
    """Whether the number is a short one, dialled without any code before it."""
    return bool(_SHORT.fullmatch(_digits(text)))


def validate_phone(text: str) -> None:
    """Raise ValidationError unless `text` is a Finnish number, a short number or one with its country code."""
    if is_short(text):
        return
    try:
        number = phonenumbers.parse(text, "FI")
    except phonenumbers.NumberParseException as error:
        raise ValidationError(_PHONE_HINT, code="invalid") from error
    if re.search(r"[^\d\s+()\-\N{NO-BREAK SPACE}]", text) or not phonenumbers.is_possible_number(number):
        raise ValidationError(_PHONE_HINT, code="invalid")


_PHONE_HINT = _("This is not a phone number. Give it as 044 350 5179 or +358 44 350 5179.")


def tel(text: str) -> str:
    """The number in a `tel:` link (RFC 3966): international form, short numbers as they are; "" for none."""
    if not text:
        return ""
    if is_short(text):
        return f"tel:{_digits(text)}"
    return f"tel:{phonenumbers.format_number(phonenumbers.parse(text, 'FI'), phonenumbers.PhoneNumberFormat.E164)}"


def tel_where_sound(text: str) -> str:
    """The same of a number that was typed into a text's block; "" for what is none."""
    try:
        validate_phone(text)
    except ValidationError:
        return ""
    return tel(text)


def typed_tel(text: str) -> str:
    """The `tel:` link of a text that is a number and nothing else, however it is spaced; "" for others."""
    return tel_where_sound(_digits(text)) if _NUMBER.fullmatch(text) else ""


def tel_in(text: str) -> str:
    """The `tel:` link of the first number in a typed text (*soita 112!*), whatever script its digits are of; or ""."""
    plain = "".join(str(unicodedata.digit(sign, sign)) for sign in text if unicodedata.category(sign) != "Cf")
    return next(filter(None, map(tel_where_sound, map(_digits, _IN_TEXT.findall(plain)))), "")


def readable(text: str) -> str:
    """The number in the Finnish grouping it was typed in (or 044 350 5179 where typed without), never broken."""
    if not text:
        return ""
    text = text.strip()
    if text.isdigit() and not is_short(text):
        if text.startswith("0") and len(text) == 10:
            text = f"{text[:3]} {text[3:6]} {text[6:]}"
        else:
            number = phonenumbers.parse(text, "FI")
            text = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return re.sub(r"\s+", NBSP, text)
