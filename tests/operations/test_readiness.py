"""A database or a cache that does not answer is one line with the remedy."""

import socket

import pytest
from django.db import connection

from kasper_site.operations import readiness
from kasper_site.operations.problems import Problem
from tests import processes
from tests.operations.commands import SECRET, manage, only_line


@pytest.fixture
def free_port():
    return processes.free_port()


def test_a_database_that_answers_is_no_problem(db):
    readiness.check_database()


def test_sqlite_in_a_folder_that_is_not_there(tmp_path):
    line = only_line(manage("ready", DATABASE_URL=f"sqlite:///{tmp_path}/none/db.sqlite3"))
    assert line.startswith(f"kasper: DATABASE_URL: SQLite cannot write to {tmp_path}/none/db.sqlite3")


def test_a_file_that_is_no_database(tmp_path):
    (tmp_path / "db.sqlite3").write_text("nothing that SQLite has written, whatever it is called")
    assert "SQLite cannot write to" in only_line(manage("serve", DATABASE_URL=f"sqlite:///{tmp_path}/db.sqlite3"))


def test_a_postgresql_that_is_down(free_port):
    url = f"postgres://kasper:{SECRET}@127.0.0.1:{free_port}/kasper"
    line = only_line(manage("prepare", DATABASE_URL=url))
    assert f"DATABASE_URL: no PostgreSQL answers at 127.0.0.1:{free_port}: start it" in line


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        ('FATAL:  password authentication failed for user "kasper"', "refuses user 'kasper'"),
        ('FATAL:  database "kasper" does not exist', "has no database 'kasper': create it with `createdb kasper`"),
        ('FATAL:  role "kasper" does not exist', "knows no user 'kasper'"),
        ("could not translate host name", "there is no host 'db'"),
        ("failed to resolve host 'db': [Errno -2]", "there is no host 'db'"),
        ("connection timeout expired", "no PostgreSQL answers at db:5433"),
        ("fe_sendauth: no password supplied", "wants a password for user 'kasper'"),
        ("SSL required", "cannot be used: SSL required"),
    ],
)
def test_what_postgresql_says_becomes_a_remedy(words, remedy):
    config = {"HOST": "db", "PORT": 5433, "USER": "kasper", "NAME": "kasper", "OPTIONS": {}}
    assert remedy in readiness.refusal(words, config)


@pytest.mark.database
def test_a_database_that_the_server_does_not_have(db):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite makes its file")
    config = connection.settings_dict
    url = f"postgres://{config['USER']}:{config['PASSWORD']}@{config['HOST']}:{config['PORT'] or 5432}/no_such_kasper"
    assert "create it with `createdb no_such_kasper`" in only_line(manage("ready", DATABASE_URL=url))


def test_a_redis_that_does_not_answer(free_port, tmp_path):
    done = manage("ready", REDIS_URL=f"redis://:{SECRET}@127.0.0.1:{free_port}/0", VAR_DIR=str(tmp_path))
    assert f"REDIS_URL: no Redis answers at 127.0.0.1:{free_port}: start it" in only_line(done)


def test_no_redis_is_asked_for_where_none_is_set(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    readiness.check_cache()


def test_a_port_that_is_taken_stops_the_server_at_once(tmp_path):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        line = only_line(manage("serve", PORT=str(port), VAR_DIR=str(tmp_path)))
    assert line.startswith(f"kasper: PORT {port} is taken")
    assert not list(tmp_path.iterdir())


def test_a_weak_admin_password_stops_the_start(tmp_path):
    line = only_line(manage("prepare", ADMIN_PASSWORD="kasper", VAR_DIR=str(tmp_path)))
    assert line.startswith("kasper: ADMIN_PASSWORD is too weak: This password is too short.")


def test_the_databases_refusal_of_a_migration_is_one_line():
    problem = readiness.migration_problem(Exception("permission denied for schema public\nLINE 1: CREATE TABLE"))
    assert isinstance(problem, Problem)
    assert "\n" not in str(problem)
