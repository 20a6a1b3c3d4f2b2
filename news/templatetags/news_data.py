"""`{% load news_data %}`: what a story says to machines."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from kasper_site.cms.structured_data import as_script_text
from news import structured_data

register = template.Library()


@register.simple_tag
def article_data(story, settings):
    """The story as JSON-LD."""
    publisher = settings.organisation_name or "Kasper ry"
    text = mark_safe(as_script_text(structured_data.article(story, publisher)))  # escapes what could end the element
    return format_html('<script type="application/ld+json">{}</script>', text)
