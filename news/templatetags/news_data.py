"""`{% load news_data %}`: what a story says to machines."""

from django import template

from kasper_site.cms.structured_data import script
from news import structured_data

register = template.Library()


@register.simple_tag
def article_data(story, settings):
    """The story as JSON-LD."""
    publisher = settings.organisation_name or "Kasper ry"
    return script(structured_data.article(story, publisher))
