from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from home import shown_facts
        from home.patterns import components
        from kasper_site.cms import patterns
        from kasper_site.directory import usage

        usage.register_everywhere(shown_facts.shows)
        patterns.register("home", _("Front page, help and strategies"), components)
