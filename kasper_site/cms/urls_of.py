"""Absolute addresses of the public site."""

from django.conf import settings


def absolute(path: str) -> str:
    """`path` at the site's public address; an address that is absolute already stays as it is."""
    return path if path.startswith(("http://", "https://")) else f"{settings.PUBLIC_URL}{path}"
