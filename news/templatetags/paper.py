"""`{% load paper %}`: what a release's document needs beyond the page's own templates."""

from django import template
from django.template.loader import select_template
from django.utils.safestring import SafeString

from kasper_site.cms.pictures import renditions
from kasper_site.cms.urls_of import absolute

register = template.Library()
register.filter("absolute_url", absolute)

PICTURE = "max-1400x1400|format-jpeg"


@register.simple_tag(takes_context=True)
def on_paper(context, block) -> SafeString:
    """A block of the body by its template for paper, if it has one, else by the page's."""
    names = [f"news/renderings/blocks/{block.block_type}.html", block.block.get_template(block.value)]
    return select_template(names).render(block.block.get_context(block.value, parent_context=context.flatten()))


@register.simple_tag
def paper_picture(image):
    """The one size of a picture that is printed; None without a picture or its file."""
    return next(iter(renditions(image, [PICTURE]).values()), None) if image else None
