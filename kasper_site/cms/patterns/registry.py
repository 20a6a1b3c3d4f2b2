"""The components that the pattern library shows. Each section registers its own: the floor knows none of them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise

Render = Callable[[HttpRequest], str]


@dataclass(frozen=True)
class Sample:
    """A component in one state: `render(request)` gives its HTML.

    `state`: the class `as-hover` or `as-focus` where the look comes from a pointer or a key only; `around`: classes of
    the element that stands around it on a page.
    """

    label: str | Promise
    render: Render
    state: str = ""
    around: str = ""


@dataclass(frozen=True)
class Component:
    """A component by its snake_case name, which is its anchor and, with hyphens, its style file's name."""

    name: str
    label: str | Promise
    description: str | Promise
    samples: list[Sample]
    is_wide: bool = False


@dataclass(frozen=True)
class Group:
    """The components of a section."""

    name: str
    label: str | Promise
    components: list[Component]


_providers: dict[str, tuple[str | Promise, Callable[[], list[Component]]]] = {}


def register(name: str, label: str | Promise, provider: Callable[[], list[Component]]) -> None:
    """Show the components that `provider()` gives, under a heading; it is asked anew for each view of the library."""
    _providers[name] = (label, provider)


def groups() -> list[Group]:
    """All that is registered, section by section."""
    return [Group(name, label, provider()) for name, (label, provider) in _providers.items()]
