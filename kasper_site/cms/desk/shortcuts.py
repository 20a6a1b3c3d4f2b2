"""The ways that editors take most often, at the top of their desk.

An app above this floor registers its own: `shortcuts.register(make)`, where `make(user)` is a Shortcut, or None for who
may not take that way.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Shortcut:
    """A way: its words, its icon among Wagtail's, where it leads, its place among the others."""

    label: str
    icon: str
    url: str
    order: int = 100


_makers: list[Callable[..., Shortcut | None]] = []


def register(make: Callable[..., Shortcut | None]) -> None:
    """Offer one more way; a second time is ignored."""
    if make not in _makers:
        _makers.append(make)


def of(user) -> list[Shortcut]:
    """The ways that the user may take, in order."""
    found = [shortcut for make in (*_makers, _find_page, _guide) if (shortcut := make(user))]
    return sorted(found, key=lambda shortcut: shortcut.order)


def _find_page(user) -> Shortcut:
    return Shortcut(_("Find a page"), "search", reverse("wagtailadmin_pages:search"), order=900)


def _guide(user) -> Shortcut:
    return Shortcut(_("Editor's guide"), "help", reverse("editors_guide"), order=950)
