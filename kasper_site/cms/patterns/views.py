"""The pattern library: the tokens on its first page, then a page for each group of components.

All on one page would weigh more than any page of ours may.
"""

from dataclasses import dataclass

from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from kasper_site.cms.patterns import blocks, examples, registry, tokens
from kasper_site.cms.patterns.registry import Component, Group
from kasper_site.cms.patterns.rendering import detached
from kasper_site.cms.urls_of import absolute
from kasper_site.delivery.middleware import with_public_policy


@dataclass(frozen=True)
class Shown:
    """A sample twice, on light and on dark; nothing in the two has the same id."""

    label: str
    state: str
    around: str
    light: str
    dark: str


def groups() -> list[Group]:
    """All that the library shows besides the tokens: blocks, what stands around every page, the sections' own."""
    frame = Group("frame", _("Around every page"), examples.components())
    return [*blocks.groups(), frame, *registry.groups()]


@with_public_policy
def pattern_library(request, name: str = ""):
    """The tokens, or the group called `name`; the address in the admin keeps all of it behind the login."""
    parts = groups()
    chosen = next((group for group in parts if group.name == name), None)
    if name and chosen is None:
        raise Http404
    context = {"canonical_url": absolute(request.path), "groups": parts, "chosen": chosen}
    context |= {"components": [_shown(one, request) for one in chosen.components]} if chosen else _tokens()
    return TemplateResponse(request, "patterns/pattern_library.html", context)


def _tokens() -> dict:
    values = tokens.read()
    return {"tokens": tokens.groups(values), "pairs": list(tokens.pairs(values))}


def _shown(component: Component, request) -> dict:
    return {
        "name": component.name,
        "label": component.label,
        "description": component.description,
        "is_wide": component.is_wide,
        "samples": [_twice(component, number, request) for number in range(len(component.samples))],
    }


def _twice(component: Component, number: int, request) -> Shown:
    sample = component.samples[number]
    html = sample.render(request)
    light, dark = (
        mark_safe(detached(html, f"-{component.name}-{number}-{scheme}", component.name))  # our own templates
        for scheme in ("light", "dark")
    )
    return Shown(sample.label, sample.state, sample.around, light, dark)
