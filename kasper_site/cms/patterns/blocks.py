"""The blocks of a page's body as components: each renders from its preview value."""

from django.utils.translation import gettext_lazy as _

from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.patterns.registry import Component, Group, Sample
from kasper_site.cms.patterns.words import REST


def groups() -> list[Group]:
    """Every block that a body may hold, in the block picker's groups and order."""
    return [
        Group(f"blocks_{number}", _("Content: %(group)s") % {"group": label}, [component(block) for block in members])
        for number, (label, members) in enumerate(BodyBlock().grouped_child_blocks(), start=1)
    ]


def component(block) -> Component:
    """A block with its preview value, as it stands in running text."""
    bound = block.bind(block.get_preview_value())
    sample = Sample(REST, lambda request: bound.render_as_block({"request": request}), around="prose")
    return Component(block.name, block.label, block.get_description(), [sample])
