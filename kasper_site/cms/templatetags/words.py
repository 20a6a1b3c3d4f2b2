"""`{% load words %}`: dates, money and languages in words; ids of headings; addresses with a changed query string."""

from django import template
from django.utils.text import slugify
from django.utils.translation import get_language_info

from kasper_site.cms import wording

FRAME_IDS = ("sisalto", "haku-ylhaalla", "haku-sivulla", "lista", "rajaus")

register = template.Library()

register.filter("fi_date", wording.date_words)
register.filter("nbsp", wording.nbsp)
register.filter("whole_numbers", wording.whole_numbers)
register.filter("size_words", wording.size_words)


@register.filter
def euros_words(amount, is_approximate=False):
    """`{{ page.budget_euros|euros_words:page.is_money_approximate }}`: "about 2.2 million euros"."""
    return wording.euros_words(amount, is_approximate)


@register.filter
def language_name(code):
    """A language's name in the active language; the code itself where Django does not know it."""
    try:
        return get_language_info(code)["name_translated"]
    except KeyError:
        return code


@register.filter
def anchor(text):
    """The id of a heading, for links to it: never empty, never one of the frame's own."""
    slug = slugify(text)[:60] or "osa"
    return f"{slug}-osa" if slug in FRAME_IDS else slug


@register.simple_tag(takes_context=True)
def query_with(context, **changes):
    """The query string of the request with `changes` made (an empty value takes the name out): `?vuosi=2023`."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value not in ("", None):
            query[name] = str(value)
    return f"?{query.urlencode()}"
