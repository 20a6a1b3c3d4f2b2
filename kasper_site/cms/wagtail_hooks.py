"""What the site adds to the admin: menus, fields that start without inline scripts, the pattern library."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from kasper_site.cms import document_access, link_handler, patterns
from kasper_site.cms.desk import action_menu, history, panel, report
from kasper_site.cms.desk import views as desk
from kasper_site.cms.publish_checks import admin as publish_check
from kasper_site.cms.viewsets import MenuViewSet

register_snippet(MenuViewSet)
hooks.register("before_serve_document", document_access.check)
hooks.register("register_rich_text_features", link_handler.register, order=10)
hooks.register("construct_homepage_panels", panel.construct)
hooks.register("construct_page_action_menu", action_menu.for_approval)
hooks.register("register_admin_urls", desk.urls)
hooks.register("register_log_actions", history.register)
hooks.register("register_reports_menu_item", report.menu_item)
hooks.register("before_publish_page", publish_check.before_publish_page)
hooks.register("before_bulk_action", publish_check.before_bulk_action)
# Nothing in the admin uses this address, which would publish unchecked.
PagesAdminAPIViewSet.actions.pop("publish", None)


@hooks.register("insert_global_admin_js")
def starters_script():
    """Starts choosers, date pickers and inline panels; every form of the admin may hold some."""
    return format_html('<script src="{}"></script>', static("js/admin/starters.js"))


@hooks.register("register_admin_urls")
def pattern_library_url():
    """The pattern library's address; Wagtail asks for a login on all addresses that a hook registers."""
    return [path("mallit/", patterns.pattern_library, name="pattern_library")]


@hooks.register("register_help_menu_item")
def pattern_library_item():
    """The pattern library stands with the other help for editors."""
    return MenuItem(_("Pattern library"), reverse("pattern_library"), name="patterns", icon_name="grid", order=100)


@hooks.register("construct_help_menu")
def without_wagtails_own_pages(request, menu_items):
    """Wagtail's release notes are for developers and its guide is in English, both on another site."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith(("whats-new", "editor-guide"))]


@hooks.register("register_admin_urls")
def publish_check_url():
    """The list of what to mend on a page, fetched anew after each save."""
    return [path("julkaisutarkistus/<int:page_id>/", publish_check.fragment, name="publish_check")]


@hooks.register("insert_editor_js")
def editor_scripts():
    """Keep that list up to date beside the form; let autosave lose nothing."""
    names = ("js/admin/checks.js", "js/admin/autosave.js")
    return format_html_join("\n", '<script src="{}"></script>', ((static(name),) for name in names))


@hooks.register("insert_global_admin_css")
def publish_check_style():
    """How that list looks."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/checks.css"))
