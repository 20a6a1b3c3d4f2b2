from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from home import found, help_links, shown_facts
        from home.models import EventIndexPage
        from home.patterns import components
        from kasper_site.cms import found as search_results
        from kasper_site.cms import patterns
        from kasper_site.directory import event_lists, own_pages, usage
        from kasper_site.directory.help_bar import kept

        search_results.register_pages(found.about)
        usage.register_everywhere(shown_facts.shows)
        event_lists.register(EventIndexPage)
        own_pages.register(help_links.own_pages)
        search_results.register_lifted(found.live_page_keys, by=1.1)  # more than one level of a term's weight
        kept.register_ended(help_links.ended_periods)
        patterns.register("home", _("Front page, help and strategies"), components)
