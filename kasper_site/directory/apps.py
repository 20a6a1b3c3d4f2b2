from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "kasper_site.directory"
    label = "directory"
    verbose_name = _("Directory")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kasper_site.cms import patterns, publish_checks
        from kasper_site.delivery import published
        from kasper_site.directory import known, signals, time_fields, upkeep  # noqa: F401  receivers connect on import
        from kasper_site.directory.banners import standing
        from kasper_site.directory.help_bar import kept
        from kasper_site.directory.patterns import components
        from kasper_site.directory.rich_text import checks, facts
        from kasper_site.operations import scheduler

        publish_checks.register_facts(known.facts)
        publish_checks.register(checks.lost_facts)
        facts.connect()
        upkeep.register()
        time_fields.register()
        patterns.register("directory", _("People, services and places"), components)
        published.subscribe(standing.on_published)
        # Also by the clock: an upgrade may have changed the files, or a restored backup the facts.
        scheduler.register(kept.write, seconds=3600)
        scheduler.register(standing.write, seconds=300)
