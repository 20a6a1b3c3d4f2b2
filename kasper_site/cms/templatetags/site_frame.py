"""`{% load site_frame %}`: what the frame of a page says to machines, and in which language."""

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from kasper_site.cms import foreign_words, structured_data, urls_of, wording
from kasper_site.delivery import traces

register = template.Library()

register.filter("absolute", urls_of.absolute)


@register.simple_tag
def breadcrumb_data(pages, page):
    """The breadcrumb as JSON-LD."""
    return structured_data.script(structured_data.breadcrumb(pages, page))


@register.simple_tag
def organisation_data(settings, page):
    """The organisation as JSON-LD, on the front page."""
    name = settings.organisation_name or page.title
    logo = static("img/apple-touch-icon.png")
    data = structured_data.organisation(name, page.url or "/", settings.about, logo)
    return structured_data.script(data)


@register.simple_tag
def quick_exit_url():
    """Where *leave quickly* leads."""
    return settings.QUICK_EXIT_URL


@register.simple_tag
def last_trace_check():
    """What the last check found a visit to leave behind; None before the first."""
    return traces.read()


@register.simple_block_tag(takes_context=True)
def mark_foreign_words(context, content):
    """What stands between the tags, with names and links of other languages marked as such."""
    frame, language = context.get("frame"), wording.language()
    names = frame.settings.names_to_mark if frame and language != settings.LANGUAGE_CODE else []
    return mark_safe(foreign_words.marked(content, language, names))  # the content was escaped where it was written


@register.simple_tag
def lang_of(fact, field):
    """The attribute `lang` for a fact's text, where the Finnish one stands for one that is missing."""
    language = wording.language()
    is_own = language == settings.LANGUAGE_CODE or getattr(fact, f"{field}_{language}", "")
    return "" if is_own else format_html(' lang="{}"', settings.LANGUAGE_CODE)


@register.simple_tag
def lang_of_page(page):
    """The attribute `lang` for the title of a page in another language."""
    language = foreign_words.language_of(page.url or "/")
    return "" if language == wording.language() else format_html(' lang="{}"', language)
