from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "kasper_site.cms"
    label = "cms"
    verbose_name = _("Site floor")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kasper_site.cms import checks, starters  # noqa: F401  checks register themselves on import
        from kasper_site.cms.desk import jobs, wagtail_words

        starters.install()
        wagtail_words.install()
        jobs.start()
