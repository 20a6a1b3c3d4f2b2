"""What other sections know about a page: news registers how to find the stories of a project.

The sections do not know each other; they meet here on the floor.
"""

from collections.abc import Callable

_providers: list[Callable] = []


def register_stories(provider: Callable) -> None:
    """`provider(page) -> list` of visible story pages about a page, newest first."""
    if provider not in _providers:
        _providers.append(provider)


def stories(page) -> list:
    """The visible stories about a page, newest first."""
    return [story for provider in _providers for story in provider(page)]
