"""Gunicorn alone, its scheduler a process of its own: `gunicorn --config deploy/gunicorn.conf.py kasper_site.wsgi`.

The settings are those of `manage.py serve`, so that both serve alike.
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kasper_site.settings.base")
django.setup()

from django.urls import get_resolver  # noqa: E402  needs the settings

from kasper_site.operations import serving  # noqa: E402  the same

globals().update(serving.options())


def when_ready(server):
    """Import everything that a first request would import once, before the workers are forked."""
    _ = get_resolver().url_patterns
