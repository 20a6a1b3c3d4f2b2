"""Reads the environment for the settings; a missing or wrong value is one clear line with the remedy.

Every variable that the site knows is read here and listed in the README's table.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = Path(os.environ.get("VAR_DIR", BASE_DIR / "var"))

env = environ.Env()


def secret_key() -> str:
    """SECRET_KEY, or the contents of the file that `make serve` keeps at `var/secret_key`."""
    key = os.environ.get("SECRET_KEY", "")
    key_file = VAR_DIR / "secret_key"
    if not key and key_file.is_file():
        key = key_file.read_text().strip()
    if len(key) < 32:
        raise ImproperlyConfigured(
            "SECRET_KEY is missing or shorter than 32 characters: set it to a long random string, "
            "or run `make serve` once, which makes one."
        )
    return key


def public_url() -> str:
    """PUBLIC_URL without a trailing slash; without it, the loopback address at PORT."""
    port = os.environ.get("PORT", "8000")
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise ImproperlyConfigured(f"PORT is {port!r}: give a number from 1 to 65535.")
    url = os.environ.get("PUBLIC_URL", "") or f"http://127.0.0.1:{port}"
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/"):
        raise ImproperlyConfigured(
            f"PUBLIC_URL is {url!r}: give scheme and host without a path, as in https://www.example.fi"
        )
    return url.rstrip("/")


def database() -> dict:
    """DATABASE_URL as a Django database; SQLite at `var/db.sqlite3` without it.

    SQLite runs in write-ahead mode with immediate transactions, so that editors and readers do not lock
    each other out; `synchronous=FULL` keeps acknowledged commits through a power loss.
    """
    url = os.environ.get("DATABASE_URL", "") or f"sqlite:///{VAR_DIR / 'db.sqlite3'}"
    try:
        config = environ.Env.db_url_config(url)
    except Exception as error:
        raise ImproperlyConfigured(_database_hint()) from error
    if config.get("ENGINE") == "django.db.backends.sqlite3":
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000;",
        }
    elif config.get("ENGINE") in ("django.db.backends.postgresql", "django.db.backends.postgresql_psycopg2"):
        config["ENGINE"] = "django.db.backends.postgresql"
        config["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 8, "timeout": 5}, "connect_timeout": 5}
        config["CONN_MAX_AGE"] = 0
    else:
        raise ImproperlyConfigured(_database_hint())
    return config


def _database_hint() -> str:
    return (
        "DATABASE_URL is not understood: give sqlite:////path/to/file or postgres://user:password@host:5432/name "
        "(the value is not shown here, it may hold a password)."
    )


def cache() -> dict:
    """REDIS_URL as the shared cache; without it each process keeps a small cache of its own."""
    url = os.environ.get("REDIS_URL", "")
    if not url:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if urlsplit(url).scheme not in ("redis", "rediss", "unix"):
        raise ImproperlyConfigured("REDIS_URL is not understood: give redis://host:6379/0")
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}


def email() -> dict:
    """EMAIL_URL as Django's mail settings; without it, mails are files under `var/mail`."""
    url = os.environ.get("EMAIL_URL", "")
    if not url:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(VAR_DIR / "mail"),
        }
    try:
        return dict(environ.Env.email_url_config(url))
    except Exception as error:
        raise ImproperlyConfigured(
            "EMAIL_URL is not understood: give smtp+tls://user:password@host:587 "
            "(the value is not shown here, it may hold a password)."
        ) from error
