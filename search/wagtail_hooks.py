"""The search's place in the admin."""

from django.contrib.auth.models import Permission
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from search.admin import page_search, report
from search.admin.viewsets import SearchGroup

register_snippet(SearchGroup)
hooks.register("register_admin_urls", report.urls)
hooks.register("register_reports_menu_item", report.menu_item)
hooks.register("register_admin_viewset", page_search.SitePageViewSet)
hooks.register("construct_page_chooser_queryset", page_search.in_chooser)


@hooks.register("register_permissions")
def report_permission():
    """Lets administrators give a group the right to see what is searched for."""
    return Permission.objects.filter(content_type__app_label="search", codename="view_querycount")
