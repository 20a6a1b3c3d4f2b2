"""Absolute addresses of the public site."""

from urllib.parse import urlsplit

from django.conf import settings


def absolute(path: str) -> str:
    """`path` at the site's public address; an address that is absolute already stays as it is."""
    return path if path.startswith(("http://", "https://")) else f"{settings.PUBLIC_URL}{path}"


def subscription(path: str) -> str:
    """The address with which a phone subscribes to the calendar at `path`."""
    return f"webcal://{urlsplit(settings.PUBLIC_URL).netloc}{path}"
