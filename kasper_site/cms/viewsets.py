"""How editors see the menus of the site."""

from wagtail.snippets.views.snippets import SnippetViewSet

from kasper_site.cms.models import Menu
from kasper_site.cms.safekeeping.fact_views import FactEditView


class MenuViewSet(SnippetViewSet):
    """The links of each language's header and footer; found under the admin's settings."""

    model = Menu
    edit_view_class = FactEditView
    icon = "list-ul"
    add_to_settings_menu = True
    menu_order = 150
    copy_view_enabled = False
    list_display = ["locale"]
