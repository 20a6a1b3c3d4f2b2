from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kasper_site.cms import patterns
        from kasper_site.delivery import published
        from kasper_site.delivery.outbox import kinds
        from kasper_site.directory import search_words
        from kasper_site.operations import scheduler
        from search import (  # checks and receivers register on import
            checks,  # noqa: F401
            counting,
            indexing,
            page_effect,
            signals,  # noqa: F401
        )
        from search.editorial import clean_phrases
        from search.patterns import components

        published.subscribe(indexing.refresh)
        kinds.register("search", _("Search"), page_effect.prove, order=20)
        search_words.register(clean_phrases)
        scheduler.register(counting.close_weeks, seconds=3600)
        scheduler.register(indexing.refresh_newcomers, seconds=3600)
        patterns.register("search", _("Search"), components)
