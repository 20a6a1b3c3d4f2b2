"""Which static files are served: all but the parts of the stylesheets, which visitors get joined."""

from django.contrib.staticfiles.apps import StaticFilesConfig


class StaticFiles(StaticFilesConfig):
    """Django's app without the parts; their relative addresses hold only where the joined file lies."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "css/components/*"]
