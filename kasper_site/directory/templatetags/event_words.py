"""`{% load event_words %}`: when and where events are in words, thin over `directory.event_wording`."""

from django import template

from kasper_site.cms.structured_data import script
from kasper_site.cms.urls_of import subscription
from kasper_site.directory import event_data, event_wording, events, marked_words

register = template.Library()

register.filter("when_words", event_wording.when_words)
register.filter("occurrence_words", event_wording.occurrence_words)
register.filter("following_words", event_wording.following_words)
register.filter("change_words", marked_words.change_words)
register.filter("where_words", event_wording.where_words)
register.filter("status_words", event_wording.status_words)
register.filter("month_words", event_wording.month_words)
register.filter("event_state_of", events.state_of)
register.filter("subscription", subscription)


@register.simple_tag
def events_data(state, url, settings):
    """The coming dates of an event as JSON-LD; nothing where none is known."""
    organiser = settings.organisation_name or "Kasper ry"
    return script(event_data.event(state, url, organiser)) if state.coming else ""
