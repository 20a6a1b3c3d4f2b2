"""`{% load banners %}`: the notices of exceptional situations for this page, thin over `delivery.banners`."""

from django import template
from django.utils import timezone

from kasper_site.cms import wording
from kasper_site.delivery import banners
from kasper_site.directory.models import Severity

register = template.Library()


@register.simple_tag(takes_context=True)
def banners_here(context):
    """What a visitor of this page is told now, `urgent` and `calm`; in a notice's preview it alone. Costs no query."""
    entries = getattr(context.get("request"), "previewed_banners", None)
    if entries is None:
        frame = context.get("frame")
        path = frame.page.path if frame and frame.page else ""
        entries = banners.shown(banners.read(), path, timezone.now().timestamp())
    found = [banners.in_language(entry, wording.language()) for entry in entries]
    urgent = [entry for entry in found if entry["severity"] == Severity.URGENT]
    return {"urgent": urgent, "calm": [entry for entry in found if entry not in urgent]}


@register.filter
def severity_words(severity):
    """How much it matters, in words."""
    return Severity(severity).label
