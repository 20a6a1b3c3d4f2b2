"""Pages with a neutral name outside: a new page below one starts as one, and the languages of a page agree."""

from wagtail.models import Page


def initial_below(parent: Page | None) -> dict:
    """What the form of a new page starts with: the neutral name of the page above it."""
    above = parent.specific if parent else None
    if not getattr(above, "is_discreet", False):
        return {}
    return {"is_discreet": True, "discreet_title": above.discreet_title}


def differing_translations(page: Page) -> list[Page]:
    """The page in other languages, live, where it has a neutral name and the page has none, or the other way round."""
    if not hasattr(page, "is_discreet"):
        return []
    others = type(page).objects.filter(translation_key=page.translation_key, live=True).exclude(pk=page.pk)
    return list(others.exclude(is_discreet=page.is_discreet).select_related("locale"))
