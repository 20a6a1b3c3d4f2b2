"""`{% load site_frame %}`: what the frame of a page says to machines, and the helplines for every page."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from kasper_site.cms import structured_data, urls_of, wording
from kasper_site.delivery import lifeline

register = template.Library()

register.filter("absolute", urls_of.absolute)


@register.simple_tag
def breadcrumb_data(pages, page):
    """The breadcrumb as JSON-LD."""
    return _script(structured_data.breadcrumb(pages, page))


@register.simple_tag
def organisation_data(settings, page):
    """The organisation as JSON-LD, on the front page."""
    name = settings.organisation_name or page.title
    logo = static("img/apple-touch-icon.png")
    return _script(structured_data.organisation(name, page.url or "/", settings.about, logo))


@register.simple_tag
def lifelines():
    """The helplines as the error pages have them: name, phone, tel and hours in Finnish, read without the database."""
    entries = lifeline.read()
    is_finnish = wording.language() == "fi"
    return [{**entry, "hours": entry["hours"] if is_finnish else []} for entry in entries]


def _script(data: dict) -> str:
    text = mark_safe(structured_data.as_script_text(data))  # as_script_text escapes what could end the element
    return format_html('<script type="application/ld+json">{}</script>', text)
