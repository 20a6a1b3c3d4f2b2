"""The demo site, once for all tests of a module; what a test changes is rolled back."""

import contextlib
import shutil

import pytest
from django.core.cache import cache
from django.db import connections, transaction
from django.test import override_settings
from wagtail.models import Site

from tests.made_once import DATABASE, is_sqlite


@pytest.fixture(scope="module")
def demo(request, django_db_setup, django_db_blocker, tmp_path_factory):
    """The whole demo content in the test database, for all tests of the module."""
    with django_db_blocker.unblock():
        if is_sqlite():
            filled = request.getfixturevalue("filled")
            with _copied(filled, tmp_path_factory.mktemp("demo")):
                yield
        else:
            with _loaded():
                yield


@contextlib.contextmanager
def _copied(filled, place):
    """The tests' connection, and the media, turned to copies of what another process has loaded."""
    before = connections["default"].settings_dict["NAME"]
    shutil.copytree(filled, place, dirs_exist_ok=True)
    with override_settings(MEDIA_ROOT=place / "media"):  # which tells the storages too
        _turn(place / DATABASE)
        site = Site.objects.get(is_default_site=True)
        site.hostname, site.port = "localhost", 80
        site.save()
        try:
            yield
        finally:
            _turn(before)


def _turn(database) -> None:
    connection = connections["default"]
    connection.close()
    connection.settings_dict["NAME"] = str(database)
    cache.clear()  # it knows the other database's addresses


@contextlib.contextmanager
def _loaded():
    """The content loaded here, and rolled back."""
    from kasper_site.demo.load import load
    from search import sources
    from search.index.rebuild import rebuild

    outer = transaction.atomic()
    outer.__enter__()
    try:
        load(progress=lambda line: None)
        rebuild(sources.all_sources())  # the loader does so once it has committed
        yield
    finally:
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)
