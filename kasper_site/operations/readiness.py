"""Do the things answer that the site cannot run without? One line that names the thing and the remedy if not."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import Error, connection
from django.utils import timezone

from kasper_site.operations.models import SchedulerBeat
from kasper_site.operations.problems import Problem

SILENCE = timedelta(minutes=10)  # longer than any job takes; the scheduler looks every few seconds

REFUSALS = {
    # A part of what libpq says, and what to do about it. Its own words name host, user and database, no password.
    "refused": "no PostgreSQL answers at {server}: start it, or correct the address",
    "timeout": "no PostgreSQL answers at {server}: start it, or correct the address",
    "No such file": "no PostgreSQL answers at {server}: start it, or correct the address",
    "resolve": "there is no host {host!r}: correct the address",
    "translate host name": "there is no host {host!r}: correct the address",
    "authentication failed": "the PostgreSQL at {server} refuses user {user!r}: correct the user or the password",
    "no password supplied": "the PostgreSQL at {server} wants a password for user {user!r}: add it to the address",
    "role": "the PostgreSQL at {server} knows no user {user!r}: create it, or correct the address",
    "database": "the PostgreSQL at {server} has no database {name!r}: create it with `createdb {name}`",
}


def check_all() -> None:
    """Problem if the database or the cache does not answer."""
    check_database()
    check_cache()


def check_database() -> None:
    """Problem unless the database can be connected to and, for SQLite, written to."""
    if connection.vendor == "sqlite":
        _check_sqlite(Path(connection.settings_dict["NAME"]))
    else:
        _check_postgresql()


def _check_sqlite(path: Path) -> None:
    """Take the lock for writing and let go of it; a file that somebody else is writing to does answer."""
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as database:
            database.execute("BEGIN IMMEDIATE")
            database.execute("ROLLBACK")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
            return
        raise Problem(
            f"DATABASE_URL: SQLite cannot write to {path} ({error}): the folder must exist and both folder and file "
            "must be yours to write."
        ) from error


def _check_postgresql() -> None:
    import psycopg

    try:
        # Past the pool, which would try again and again and say nothing of the reason.
        psycopg.connect(**connection.get_connection_params()).close()
    except psycopg.Error as error:
        raise Problem(f"DATABASE_URL: {refusal(str(error), connection.settings_dict)}.") from error


def refusal(words: str, config: dict) -> str:
    """What the driver said, as the thing to mend; `config` is Django's, of the database that was asked."""
    host = config["HOST"] or config["OPTIONS"].get("host", "localhost")
    names = {
        "host": host,
        "server": f"{host}:{config['PORT'] or 5432}",
        "user": config["USER"],
        "name": config["NAME"],
    }
    for part, remedy in REFUSALS.items():
        if part in words:
            return remedy.format(**names)
    return f"the PostgreSQL at {names['server']} cannot be used: {' '.join(words.split())}"


def check_cache() -> None:
    """Problem if REDIS_URL is set and no Redis answers there."""
    url = settings.CACHES["default"].get("LOCATION", "")
    if not url:
        return
    import redis

    try:
        redis.Redis.from_url(url, socket_connect_timeout=3, socket_timeout=3).ping()
    except (redis.AuthenticationError, redis.ResponseError) as error:
        raise Problem("REDIS_URL: the Redis there refuses the user, the password or the number.") from error
    except (redis.RedisError, ValueError) as error:
        server = urlsplit(url)
        raise Problem(
            f"REDIS_URL: no Redis answers at {server.hostname or server.path}:{server.port or 6379}: start it, correct "
            "the address, or leave REDIS_URL out."
        ) from error


def check_scheduler() -> None:
    """Problem if no scheduled job has run for SILENCE: the scheduler is not there, or hangs."""
    if not SchedulerBeat.objects.filter(last_run_at__gt=timezone.now() - SILENCE).exists():
        minutes = SILENCE.seconds // 60
        raise Problem(f"no scheduled job has run for {minutes} minutes: start `manage.py scheduler`, or read its log.")


def migration_problem(error: Error) -> Problem:
    """What the database said to a change of its tables, in one line."""
    first_line = str(error).strip().partition("\n")[0]
    return Problem(f"DATABASE_URL: the database refuses to be set up ({first_line}): give its user the rights to.")
