from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kasper_site.cms import patterns
        from kasper_site.delivery import published
        from kasper_site.directory import search_words
        from kasper_site.operations import scheduler
        from search import checks, counting, indexing, signals  # noqa: F401  checks and receivers register on import
        from search.editorial import clean_phrases
        from search.patterns import components

        published.subscribe(indexing.refresh)
        search_words.register(clean_phrases)
        scheduler.register(counting.close_weeks, seconds=3600)
        patterns.register("search", _("Search"), components)
