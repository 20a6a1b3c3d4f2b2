"""Settings for work on one's own machine: debug pages, autoreload, plain static files."""

import os

os.environ.setdefault("SECRET_KEY", "only-for-development-never-for-a-public-site")

from kasper_site.settings.base import *  # noqa: F403

DEBUG = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
