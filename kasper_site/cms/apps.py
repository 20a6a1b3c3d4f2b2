from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "kasper_site.cms"
    label = "cms"
    verbose_name = _("Site floor")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kasper_site.cms import checks, page_effect, signals, starters, visibility  # noqa: F401  some act on import
        from kasper_site.cms.desk import jobs, wagtail_words
        from kasper_site.delivery.outbox import gate, kinds, upkeep
        from kasper_site.operations import scheduler

        starters.install()
        wagtail_words.install()
        jobs.start()
        gate.register(visibility.is_visible)
        kinds.register("page", _("Page"), page_effect.look, order=10)
        scheduler.register(upkeep.delete_old, seconds=24 * 3600)
