"""The directory's place in the admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from kasper_site.cms.desk import shortcuts
from kasper_site.directory import deletion, event_notes, event_shortcut, hours_list
from kasper_site.directory.banners import admin as banners
from kasper_site.directory.banners import switch
from kasper_site.directory.rich_text import chooser, editor
from kasper_site.directory.today import history
from kasper_site.directory.today import views as today
from kasper_site.directory.viewsets import DirectoryViewSetGroup

register_snippet(DirectoryViewSetGroup)
register_snippet(banners.BannerViewSet)
hooks.register("before_delete_snippet", deletion.refuse_while_shown)
hooks.register("after_create_snippet", event_notes.say_if_over)
hooks.register("after_edit_snippet", event_notes.say_if_over)
hooks.register("register_rich_text_features", editor.register)
hooks.register("register_admin_urls", chooser.urls)
hooks.register("register_admin_urls", hours_list.urls)
hooks.register("register_admin_urls", today.urls)
hooks.register("register_log_actions", history.register)
shortcuts.register(hours_list.shortcut)
shortcuts.register(banners.shortcut)
hooks.register("register_log_actions", switch.register_log_actions)
shortcuts.register(event_shortcut.new_event)
