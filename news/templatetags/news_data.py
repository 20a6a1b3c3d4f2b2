"""`{% load news_data %}`: what a story says to machines."""

from django import template

from kasper_site.cms.pictures import renditions
from kasper_site.cms.publish_checks.rules.consents import has_ended
from kasper_site.cms.structured_data import script
from news import structured_data

register = template.Library()

FEED_SPEC = "width-800|format-jpeg"


@register.simple_tag
def article_data(story, settings):
    """The story as JSON-LD."""
    publisher = settings.organisation_name or "Kasper ry"
    return script(structured_data.article(story, publisher))


@register.simple_tag
def feed_picture(image):
    """The rendition that stands in a feed; None without a picture or its file, or after its consent's last day."""
    if not image or has_ended(image.consent_until):
        return None
    return next(iter(renditions(image, [FEED_SPEC]).values()), None)
