from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "kasper_site.cms"
    label = "cms"
    verbose_name = _("Site floor")
    default_auto_field = "django.db.models.BigAutoField"
