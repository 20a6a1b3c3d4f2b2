"""`{% load help_words %}`: opening hours and states in words, thin over `directory.wording`."""

from django import template
from django.utils import timezone

from kasper_site.cms.structured_data import script
from kasper_site.directory import help_points, marked_words, numbers_in_text, phones, structured_data, wording
from kasper_site.directory.help_bar.bar import bar

register = template.Library()

register.filter("hours_words", wording.hours_words)
register.filter("hours_lines", wording.hours_lines)
register.filter("state_words", marked_words.state_words)
register.filter("day_line", marked_words.day_line)
register.filter("weekday_date", wording.weekday_date)
register.filter("tel", phones.tel_where_sound)
register.filter("phone", phones.readable)
register.filter("with_numbers", numbers_in_text.linked)
register.filter("help_entry_of", help_points.state_of)


@register.simple_tag
def help_bar():
    """Who helps now, for the top of every page; asks no database."""
    return bar()


@register.simple_tag
def answering_now(calls):
    """Our services that answer at this moment, but those that the calls of a card name; asks no database."""
    named = {call["service"].tel for call in calls if call["service"]}
    return [row for row in bar().services if row.is_open and row.line.tel not in named]


@register.simple_tag
def help_data(entry, url):
    """The service or place with its hours as JSON-LD."""
    return script(structured_data.help_point(entry.point, entry.schedule, url, timezone.localdate()))


@register.simple_tag(takes_context=True)
def help_entry(context, point):
    """A service or place with its state now. A page with several blocks reads all of them at once."""
    if not point:
        return None
    entries = _entries(context.get("request"))
    return entries.get((type(point), point.pk)) or help_points.state_of(point)


def _entries(request) -> dict:
    if request is None:
        return {}
    if not hasattr(request, "_help_entries"):
        request._help_entries = {(type(e.point), e.point.pk): e for e in help_points.with_state()}
    return request._help_entries
