"""`{% load pictures %}`: pictures in the sizes of their place, drawings of ours inside the page."""

from functools import lru_cache
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.utils.safestring import mark_safe
from wagtail.images.models import Picture

from kasper_site.cms.pictures import FORMATS, PRESETS, renditions
from kasper_site.cms.publish_checks.rules.consents import has_ended

register = template.Library()

SHARE_SPEC = "fill-1200x630|format-jpeg"


@register.simple_tag
def site_picture(image, preset="body", alt=None, is_first=False):
    """A `<picture>` in AVIF, WebP and JPEG; `alt` overrides the picture's own description (`""`: decoration).

    `is_first=True` for the one picture on the first screen: it loads at once, every other one when it comes near.
    """
    if not image:
        return ""
    chosen = PRESETS[preset]
    sizes = renditions(image, chosen.specs(image.width, image.height))
    if not sizes:
        return ""
    attributes = {"decoding": "async"}
    # A picture that is there in one size has no widths to choose from, and then `sizes` would be invalid HTML.
    attributes |= {"sizes": chosen.width_on_page} if len(sizes) > len(FORMATS) else {}
    attributes |= {"fetchpriority": "high"} if is_first else {"loading": "lazy"}
    if alt is not None:
        attributes["alt"] = alt
    return mark_safe(Picture(sizes, attributes).__html__())  # Wagtail escapes the attributes


@register.simple_tag
def share_image(image):
    """The rendition that link previews show (1200 × 630 JPEG); None without a picture or its file.

    Nor after its consent's last day: other sites keep what they were shown.
    """
    if not image or has_ended(image.consent_until):
        return None
    return next(iter(renditions(image, [SHARE_SPEC]).values()), None)


@register.simple_tag
def inline_svg(name):
    """A drawing of ours from `static/`, inside the page so that it takes the text's colour."""
    return mark_safe(_drawing(name))  # our own file, never an upload


@lru_cache(maxsize=32)
def _drawing(name: str) -> str:
    path = finders.find(name)
    return Path(path).read_text(encoding="utf-8").strip() if path else ""
