"""The address for monitors: well only while the database is the site's own."""

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def health() -> tuple[int, dict]:
    response = Client().get("/terveys/")
    return response.status_code, response.json()


def test_well():
    assert health() == (200, {"database": True})
    assert Client().head("/terveys/").status_code == 200


def test_an_empty_database_is_not_well():
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE django_migrations")
    assert health() == (503, {"database": False})


def test_an_empty_table_is_not_well():
    MigrationRecorder.Migration.objects.all().delete()
    assert health() == (503, {"database": False})


def test_any_error_of_the_database_is_not_well(monkeypatch):
    def fail(*args, **kwargs):
        raise DatabaseError("no such thing")

    monkeypatch.setattr(connection, "cursor", fail)
    assert health() == (503, {"database": False})
