from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccessibilityConfig(AppConfig):
    name = "kasper_site.accessibility"
    label = "accessibility"
    verbose_name = _("Accessibility")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kasper_site.accessibility import inbox, signals, traces  # noqa: F401  receivers connect on import
        from kasper_site.accessibility.admin import letters, waiting
        from kasper_site.cms.desk import due_pages
        from kasper_site.operations import scheduler

        due_pages.register(waiting.items)
        scheduler.register(letters.send_due, seconds=60)
        scheduler.register(inbox.delete_old, seconds=24 * 3600)
        scheduler.register(traces.write, seconds=3600)  # a restored backup may have brought another audit
