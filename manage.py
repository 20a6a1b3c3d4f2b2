#!/usr/bin/env python
"""Entry point for Django's and the project's commands: `./manage.py help`."""

import os
import sys


def main():
    """Run the command named on the command line under production settings unless told otherwise."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kasper_site.settings.base")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"kasper: {error}")


if __name__ == "__main__":
    main()
