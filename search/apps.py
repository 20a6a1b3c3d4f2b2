from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kasper_site.cms import patterns
        from kasper_site.delivery import published
        from search import indexing
        from search.patterns import components

        published.subscribe(indexing.refresh)
        patterns.register("search", _("Search"), components)
