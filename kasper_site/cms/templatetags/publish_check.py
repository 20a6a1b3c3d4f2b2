"""`{% load publish_check %}`: the list of what to mend on a page, for the admin's panel of checks."""

from django import template
from wagtail.models import Page

from kasper_site.cms.publish_checks import admin

register = template.Library()


@register.inclusion_tag("wagtailadmin/shared/side_panels/publish_check.html")
def publish_check(instance):
    """The list as it stands for the page that the form holds; nothing for what is no page."""
    return admin.list_context(instance) if isinstance(instance, Page) else {}
