"""The pages that tell of a service or place; the section that has them registers how to find them."""

from collections.abc import Callable

from wagtail.models import Page

# The visible pages of a language by what they tell of: kind ("service", "place") and key.
Provider = Callable[[int], dict[tuple[str, int], Page]]

_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Ask `provider(key of a language)` for pages; a second registration is ignored."""
    if provider not in _providers:
        _providers.append(provider)


def in_language(locale_id: int) -> dict[tuple[str, int], Page]:
    """All of them. A query for each provider."""
    return {key: page for provider in _providers for key, page in provider(locale_id).items()}
