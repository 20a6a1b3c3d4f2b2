from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kasper_site.cms import found as search_results
        from kasper_site.cms import patterns, related, visibility
        from news import embargo, found, listing
        from news.patterns import components

        visibility.register_hidden(embargo.hidden)
        search_results.register_pages(found.about)
        related.register_stories(lambda page: list(listing.about(page)[:5]))
        search_results.register_lifted(listing.newest_release, by=1.03)  # less than one: it has many words
        patterns.register("news", _("News"), components)
