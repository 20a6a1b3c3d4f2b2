"""What the site adds to the admin: menus, fields that start without inline scripts, the pattern library."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from kasper_site.cms import document_access, editors_guide, link_handler, menu_notes
from kasper_site.cms.desk import (
    action_menu,
    approval_message,
    consents_report,
    history,
    panel,
    report,
    source_change,
    wagtail_words,
)
from kasper_site.cms.desk import views as desk
from kasper_site.cms.patterns.views import pattern_library
from kasper_site.cms.publish_checks import admin as publish_check
from kasper_site.cms.redirects import views as redirects
from kasper_site.cms.safekeeping import kept
from kasper_site.cms.safekeeping import session as editing_session
from kasper_site.cms.uploads import views as uploads
from kasper_site.cms.viewsets import MenuViewSet

register_snippet(MenuViewSet)
hooks.register("before_serve_document", document_access.check)
hooks.register("register_rich_text_features", link_handler.register, order=10)
hooks.register("construct_homepage_panels", panel.construct)
hooks.register("construct_page_action_menu", action_menu.arrange)
hooks.register("register_admin_urls", desk.urls)
hooks.register("register_admin_urls", uploads.urls)
hooks.register("insert_global_admin_js", uploads.script)
hooks.register("insert_global_admin_css", uploads.style)
hooks.register("register_admin_urls", redirects.urls)
hooks.register("after_create_snippet", menu_notes.after_saving)
hooks.register("after_edit_snippet", menu_notes.after_saving)
hooks.register("register_log_actions", history.register)
hooks.register("register_log_actions", history.tell_changes, order=10)
hooks.register("register_admin_urls", editing_session.urls)
for _saved in ("after_create_page", "after_edit_page", "after_create_snippet", "after_edit_snippet"):
    hooks.register(_saved, kept.note_saved)
hooks.register("construct_main_menu", wagtail_words.without_version)
hooks.register("register_reports_menu_item", report.menu_item)
hooks.register("register_reports_menu_item", consents_report.menu_item)
hooks.register("before_publish_page", publish_check.before_publish_page)
hooks.register("after_publish_page", source_change.after_publish_page)
hooks.register("after_edit_page", approval_message.after_edit_page)
hooks.register("before_bulk_action", publish_check.before_bulk_action)
# Nothing in the admin uses this address, which would publish unchecked.
PagesAdminAPIViewSet.actions.pop("publish", None)


@hooks.register("insert_global_admin_js")
def scripts_everywhere():
    """What starts choosers, date pickers and inline panels in any form; what ends kept texts with the logout."""
    addresses = ((static(f"js/admin/{name}.js"),) for name in ("starters", "kept-text-end"))
    return format_html_join("\n", '<script src="{}"></script>', addresses)


@hooks.register("register_admin_urls")
def own_addresses():
    """Patterns, guide, and what to mend on a page; Wagtail asks for a login on all addresses that a hook registers."""
    return [
        path("mallit/", pattern_library, name="pattern_library"),
        path("mallit/<str:name>/", pattern_library, name="pattern_library"),
        path("opas/", editors_guide.guide, name="editors_guide"),
        path("julkaisutarkistus/<int:page_id>/", publish_check.fragment, name="publish_check"),
    ]


@hooks.register("register_help_menu_item")
def pattern_library_item():
    """The pattern library stands with the other help for editors."""
    return MenuItem(_("Pattern library"), reverse("pattern_library"), name="patterns", icon_name="grid", order=100)


@hooks.register("register_help_menu_item")
def editors_guide_item():
    """The guide stands first among the help; the admin's front page has a link to it too."""
    return MenuItem(_("Editor's guide"), reverse("editors_guide"), name="guide", icon_name="help", order=1)


@hooks.register("construct_help_menu")
def without_wagtails_own_pages(request, menu_items):
    """Wagtail's release notes are for developers and its guide is in English, both on another site."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith(("whats-new", "editor-guide"))]


@hooks.register("insert_editor_js")
def editor_scripts():
    """Keep the list of what to mend fresh; let nothing typed be lost; name editors. The later stand on the earlier."""
    safety = ("edit-notices", "connection", "kept-text", "autosave", "submit-guard", "editing-together")
    names = ("checks", *safety, "editor-names")
    addresses = ((static(f"js/admin/{name}.js"),) for name in names)
    return format_html_join("\n", '<script src="{}" defer></script>', addresses)


@hooks.register("insert_editor_js")
def link_words_script():
    """The words of a link's buttons in running text."""
    words = (static("js/admin/link-words.js"), _("Change the link"), _("Remove the link"))
    return format_html('<script src="{}" data-edit="{}" data-remove="{}"></script>', *words)


@hooks.register("insert_global_admin_css")
def admin_styles():
    """Our colours, and how that list looks."""
    names = ("css/admin/brand.css", "css/admin/checks.css", "css/admin/edit-notices.css")
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', ((static(name),) for name in names))
