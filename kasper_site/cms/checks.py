"""System checks that keep the house's rules: blocks and their files by name, page types and their place in the tree.

kasper.E001  a body block does not use the template `blocks/<name>.html`, or there is none
kasper.E002  a body block has no style file `static/css/components/<name-with-dashes>.css`
kasper.E003  a body block has no preview value
kasper.E004  a page type does not say itself which pages it may stand under and which may stand under it
"""

from django.conf import settings
from django.core.checks import Error, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail.models import get_page_models

from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.models import BasePage

STYLE_FOLDER = "static/css/components"


@register("kasper")
def check_blocks(app_configs=None, **kwargs) -> list[Error]:
    """Each block of the body has a template and a style file of its name, and a preview value."""
    return [error for name, block in BodyBlock().child_blocks.items() for error in _block_errors(name, block)]


def _block_errors(name: str, block) -> list[Error]:
    errors = []
    if not _has_template(block, f"blocks/{name}.html"):
        errors.append(_error("E001", block, f"The block {name} has no template templates/blocks/{name}.html.", name))
    style = f"{STYLE_FOLDER}/{name.replace('_', '-')}.css"
    if not (settings.BASE_DIR / style).is_file():
        errors.append(_error("E002", block, f"The block {name} has no style file {style}.", name))
    if not hasattr(block.meta, "preview_value"):
        errors.append(_error("E003", block, f"The block {name} has no preview value in its Meta.", name))
    return errors


def _has_template(block, expected: str) -> bool:
    try:
        get_template(expected)
    except TemplateDoesNotExist:
        return False
    return getattr(block.meta, "template", None) == expected


def _error(number: str, subject, message: str, name: str) -> Error:
    hint = f"CONTRIBUTING.md tells what a block needs; the pattern library shows {name} once it has it."
    return Error(message, hint=hint, obj=type(subject), id=f"kasper.{number}")


@register("kasper")
def check_page_tree(app_configs=None, **kwargs) -> list[Error]:
    """Each page type names its parents and children itself, so that the tree can be read from the types."""
    return [
        Error(
            f"{model.__name__} does not define {rule}.",
            hint="Both lists stand on every page type; the table of the tree is in tests/site/test_page_types.py.",
            obj=model,
            id="kasper.E004",
        )
        for model in get_page_models()
        if issubclass(model, BasePage)
        for rule in ("parent_page_types", "subpage_types")
        if rule not in vars(model)
    ]
