"""Reads the environment for the settings; a missing or wrong value is one clear line with the remedy.

Every variable that the site knows is read here and listed in the README's table. An empty value counts as none.
"""

import logging
import os
import re
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from kasper_site.operations import preflight
from kasper_site.operations.problems import Problem

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = preflight.var_dir(BASE_DIR, os.environ)

env = environ.Env()

MAIL_SERVER_PATIENCE = 15  # seconds; without it a server that says nothing would keep the scheduler for ever


def secret_key() -> str:
    """SECRET_KEY, or the contents of the file that `make serve` keeps at `var/secret_key`."""
    key = os.environ.get("SECRET_KEY", "")
    key_file = VAR_DIR / "secret_key"
    if not key and key_file.is_file():
        try:
            key = key_file.read_text().strip()
        except OSError as error:
            raise ImproperlyConfigured(f"{key_file} cannot be read: run as its owner, or set SECRET_KEY.") from error
    if len(key) < 32:
        raise ImproperlyConfigured(
            "SECRET_KEY is missing or shorter than 32 characters: set it to a long random string, "
            "or run `make serve` once, which makes one."
        )
    return key


def static_dir() -> Path:
    """STATIC_DIR, where the gathered static files lie; `static` in VAR_DIR without it.

    A container image holds them ready-made, apart from the data that outlives it.
    """
    return BASE_DIR / (os.environ.get("STATIC_DIR", "") or VAR_DIR / "static")


def listen_address() -> tuple[str, int]:
    """HOST and PORT: where the server listens; behind a proxy this is not the address that visitors use."""
    try:
        return preflight.listen_address(os.environ)
    except Problem as problem:
        raise ImproperlyConfigured(str(problem)) from problem


def public_url() -> str:
    """PUBLIC_URL without a trailing slash; without it, the loopback address at PORT."""
    url = os.environ.get("PUBLIC_URL", "") or f"http://127.0.0.1:{listen_address()[1]}"
    try:
        parts = urlsplit(url)
        is_sound = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        is_sound = False
    if not is_sound or parts.username is not None or parts.path.strip("/") or parts.query or parts.fragment:
        raise ImproperlyConfigured(
            "PUBLIC_URL is not understood: give scheme and host without a path, as in https://www.example.fi"
        )
    return url.rstrip("/")


def quick_exit_url(own_hosts: list[str]) -> str:
    """QUICK_EXIT_URL: where *leave quickly* leads; the weather without it. Never to one of our own hosts."""
    url = os.environ.get("QUICK_EXIT_URL", "") or "https://www.ilmatieteenlaitos.fi/"
    try:
        parts = urlsplit(url)
        is_sound = parts.scheme == "https" and parts.hostname and parts.username is None and parts.port != 0
    except ValueError:
        is_sound = False
    if not is_sound or not re.fullmatch(r"[!#-;=?-~]+", url) or parts.hostname in own_hosts:
        raise ImproperlyConfigured(
            "QUICK_EXIT_URL is not understood: give the https address of another site that anybody might look at, "
            "as in https://www.ilmatieteenlaitos.fi/"
        )
    return url


def database() -> dict:
    """DATABASE_URL as a Django database; SQLite at `var/db.sqlite3` without it."""
    url = os.environ.get("DATABASE_URL", "") or f"sqlite:///{VAR_DIR / 'db.sqlite3'}"
    try:
        if urlsplit(url).scheme not in ("sqlite", "postgres", "postgresql"):
            raise ImproperlyConfigured(_database_hint())
        config = environ.Env.db_url_config(url)
    except ValueError as error:
        raise ImproperlyConfigured(_database_hint()) from error
    if config["NAME"] in ("", ":memory:"):
        raise ImproperlyConfigured(_database_hint())
    return _sqlite(config) if config["ENGINE"] == "django.db.backends.sqlite3" else _postgresql(config)


def _sqlite(config: dict) -> dict:
    """Write-ahead mode with immediate transactions, so that editors and readers do not lock each other out.

    `synchronous=FULL` keeps acknowledged commits through a power loss.
    """
    options = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000;",
    }
    return {**config, "NAME": str(BASE_DIR / config["NAME"]), "OPTIONS": options}


def _postgresql(config: dict) -> dict:
    """A small pool in each process, whose connections are looked at before use: the server may have been restarted.

    What stands behind the `?` of the address goes to the driver as it is (sslmode, host of a socket).
    """
    options = {"connect_timeout": 5, **config.get("OPTIONS", {})}
    options["pool"] = {"min_size": 1, "max_size": 8, "timeout": 5}
    return {**config, "OPTIONS": options, "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}


def _database_hint() -> str:
    return (
        "DATABASE_URL is not understood: give sqlite:////path/to/file or postgres://user:password@host:5432/name "
        "(the value is not shown here, it may hold a password)."
    )


def demo_content() -> bool:
    """DEMO_CONTENT: whether an empty database is filled with the content that comes along; `yes` without it."""
    return _is_wanted("DEMO_CONTENT")


def link_check() -> bool:
    """LINK_CHECK: whether links to other sites are tried once a week; `yes` without it."""
    return _is_wanted("LINK_CHECK")


def _is_wanted(name: str) -> bool:
    answer = (os.environ.get(name, "") or "yes").lower()
    if answer not in ("yes", "no"):
        raise ImproperlyConfigured(f"{name} is {answer!r}: give yes or no.")
    return answer == "yes"


def cache() -> dict:
    """REDIS_URL as the shared cache; without it each process keeps a small cache of its own."""
    url = os.environ.get("REDIS_URL", "")
    if not url:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    try:
        is_sound = urlsplit(url).scheme in ("redis", "rediss", "unix") and urlsplit(url).port != 0
    except ValueError:
        is_sound = False
    if not is_sound:
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
        return {"EMAIL_TIMEOUT": MAIL_SERVER_PATIENCE, **environ.Env.email_url_config(url)}
    except (ImproperlyConfigured, ValueError) as error:
        raise ImproperlyConfigured(
            "EMAIL_URL is not understood: give smtp+tls://user:password@host:587 "
            "(the value is not shown here, it may hold a password)."
        ) from error


def mails_a_minute() -> int:
    """MAILS_A_MINUTE: how many mails of releases go out in a minute at most; 60 without it."""
    number = os.environ.get("MAILS_A_MINUTE", "") or "60"
    if not re.fullmatch(r"[1-9]\d{0,4}", number):
        raise ImproperlyConfigured(f"MAILS_A_MINUTE is {number!r}: give a whole number from 1 to 99999.")
    return int(number)


def log_level() -> str:
    """LOG_LEVEL: how much is logged."""
    level = (os.environ.get("LOG_LEVEL", "") or "INFO").upper()
    if level not in logging.getLevelNamesMapping():
        raise ImproperlyConfigured(f"LOG_LEVEL is {level!r}: give DEBUG, INFO, WARNING or ERROR.")
    return level
