"""Dates, times and money in words, in the active language. Pure functions; templates reach them through `words`."""

import re
from datetime import date, datetime, time

from django.utils import dateformat, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

NBSP = "\N{NO-BREAK SPACE}"
MILLION = 1_000_000


def nbsp(text: object) -> str:
    """The text with spaces that do not break: for numbers, dates and clock times."""
    return str(text).replace(" ", NBSP)


def whole_numbers(text: object) -> str:
    """The text with each number and the word or sign after it on one line: about 2.2 million €."""
    return re.sub(r"(?<=\d) (?=\S)| (?=[€%])", NBSP, str(text))


def language() -> str:
    """The active language without its region."""
    return (get_language() or "fi")[:2]


def date_words(day: date | datetime | None) -> str:
    """A day as it is written: 2.8.2023 in Finnish and Swedish, 2 August 2023 in English; "" for none."""
    if not day:
        return ""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date() if timezone.is_aware(day) else day.date()
    if language() == "en":
        return nbsp(dateformat.format(day, "j F Y"))
    return f"{day.day}.{day.month}.{day.year}"


def day_and_month(day: date) -> str:
    """A day of a year that is known: 25.11. in Finnish and Swedish, 25 November in English."""
    return nbsp(dateformat.format(day, "j F")) if language() == "en" else f"{day.day}.{day.month}."


def clock(moment: time) -> str:
    """A clock time: 9, 9.30 in Finnish and Swedish, 9:00, 9:30 in English."""
    if language() == "en":
        return f"{moment.hour}:{moment.minute:02}"
    return f"{moment.hour}.{moment.minute:02}" if moment.minute else f"{moment.hour}"


def number_words(number: int | float) -> str:
    """A number in groups of three, with the active language's decimal sign."""
    grouped = f"{number:,}"
    if language() == "en":
        return grouped
    return grouped.replace(",", NBSP).replace(".", ",")


def euros_words(amount: int | None, is_approximate: bool = False) -> str:
    """A sum of whole euros: "2,2 million euros" from a million on, the full number below it; "" for none."""
    if amount is None:
        return ""
    millions = amount / MILLION
    # Only what loses nothing is said in millions: 2 150 000 reads as 2,15, 2 153 400 in full.
    if amount >= MILLION and round(millions, 2) == millions:
        value = number_words(round(millions, 2)).removesuffix(",0").removesuffix(".0")
        # Translators: a sum of money, for example "2.2 million euros"
        text = _("%(amount)s million euros") % {"amount": value}
    else:
        # Translators: a sum of money, for example "680,000 euros"
        text = _("%(amount)s euros") % {"amount": number_words(amount)}
    # Translators: before a sum of money, for example "about 2.2 million euros"
    return nbsp(_("about %(amount)s") % {"amount": text} if is_approximate else text)


def size_words(size: int | None) -> str:
    """A file's size: 11 kt, 1,4 Mt in Finnish, kB and MB elsewhere; "" where it is not known."""
    if not size:
        return ""
    kilo, mega = ("kt", "Mt") if language() == "fi" else ("kB", "MB")
    if size < MILLION:
        return nbsp(f"{max(1, round(size / 1000))} {kilo}")
    return nbsp(f"{number_words(round(size / MILLION, 1))} {mega}")
