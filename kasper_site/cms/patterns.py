"""The pattern library: every block of the body as it looks with its preview value, one anchor each."""

from dataclasses import dataclass

from django.template.response import TemplateResponse
from wagtail.blocks import BoundBlock

from kasper_site.cms.blocks import BodyBlock


@dataclass(frozen=True)
class Pattern:
    """A block and its preview value; `name` is also its anchor, its template's name and its style file's."""

    name: str
    label: str
    group: str
    description: str
    bound_block: BoundBlock


def patterns() -> list[Pattern]:
    """Every block that a body may hold, in the block picker's order."""
    return [
        Pattern(
            name=name,
            label=block.label,
            group=block.meta.group,
            description=block.get_description(),
            bound_block=block.bind(block.get_preview_value()),
        )
        for name, block in BodyBlock().child_blocks.items()
    ]


def pattern_library(request):
    """The library as a page with the public look; its address in the admin keeps it behind the login."""
    return TemplateResponse(request, "patterns/pattern_library.html", {"patterns": patterns()})
