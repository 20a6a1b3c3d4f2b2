from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProjectsConfig(AppConfig):
    name = "projects"
    verbose_name = _("Projects")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kasper_site.cms import found as search_results
        from kasper_site.cms import patterns
        from projects import found
        from projects.patterns import components

        search_results.register_pages(found.about_pages)
        search_results.register_documents(found.about_documents)
        patterns.register("projects", _("Projects"), components)
