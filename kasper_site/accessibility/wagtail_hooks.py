"""Accessibility's place in the admin."""

from django.contrib.auth.models import Permission
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from kasper_site.accessibility.admin import views
from kasper_site.accessibility.viewsets import AccessibilityGroup

register_snippet(AccessibilityGroup)
hooks.register("register_admin_urls", views.urls)


@hooks.register("register_permissions")
def feedback_permission():
    """Lets administrators give a group the right to answer feedback."""
    return Permission.objects.filter(content_type__app_label="accessibility", codename="change_accessibilityfeedback")
