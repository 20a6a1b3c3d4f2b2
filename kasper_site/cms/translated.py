"""Facts in three languages: `name_fi`, `name_sv`, `name_en` read as one `name`."""

from django.conf import settings
from django.utils import translation


class Translated:
    """Reads `<field>_<language>` for the active language, or the Finnish one where that is empty.

    >>> class Service:
    ...     name = Translated("name")
    """

    def __init__(self, field: str):
        self.field = field

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        language = (translation.get_language() or settings.LANGUAGE_CODE)[:2]
        own = getattr(instance, f"{self.field}_{language}", "")
        return own or getattr(instance, f"{self.field}_{settings.LANGUAGE_CODE}")
