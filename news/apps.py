from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kasper_site.cms import consents, patterns, related, visibility
        from kasper_site.cms import found as search_results
        from kasper_site.cms.desk import due_pages
        from kasper_site.delivery import published
        from kasper_site.delivery.outbox import kinds
        from kasper_site.operations import scheduler
        from news import embargo, found, listing, publications, truth
        from news.feeds import outbox as feed
        from news.media_bank import report, sizes
        from news.patterns import components
        from news.receipt import waiting
        from news.renderings import making, renewal
        from news.subscriptions import mailing

        visibility.register_hidden(embargo.hidden)
        search_results.register_pages(found.about)
        related.register_stories(lambda page: list(listing.about(page)[:5]))
        search_results.register_lifted(listing.newest_release, by=1.03)  # less than one: it has many words
        kinds.register(feed.NAME, _("Feed"), feed.run, order=50)
        scheduler.register(publications.work_off, seconds=2)
        making.register()
        published.subscribe(renewal.doubt)
        scheduler.register(renewal.check_due, seconds=10)
        due_pages.register(waiting.items)
        consents.register_notes(report.notes)
        scheduler.register(sizes.make_missing, seconds=30)
        mailing.register()
        truth.connect()
        patterns.register("news", _("News"), components)
