"""Databases on the tests' PostgreSQL server, made as copies of one another; libpq's addresses."""

import os
from urllib.parse import urlsplit, urlunsplit

SERVER = os.environ.get("TEST_DATABASE_URL", "") or "postgres://postgres@127.0.0.1:5432/postgres"


def address(name: str) -> str:
    """The DATABASE_URL of a database on the server."""
    return urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}"))


def create(name: str, template: str = "") -> None:
    """Make a database, in place of one of that name; with a template, a copy of it, which nobody may be using."""
    drop(name)
    _execute(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{template}"' if template else ""))


def drop(name: str) -> None:
    """Throw a database away, whoever uses it, if it is there."""
    _execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _execute(statement: str) -> None:
    import psycopg

    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(statement)
