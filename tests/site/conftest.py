"""The demo site, loaded once a module and rolled back after it."""

import pytest
from django.db import transaction


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The whole demo content in the test database, for all tests of the module."""
    from kasper_site.demo.load import load
    from search import sources
    from search.index.rebuild import rebuild

    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        try:
            load(progress=lambda line: None)
            rebuild(sources.all_sources())  # the loader does so once it has committed
            yield
        finally:
            transaction.set_rollback(True)
            outer.__exit__(None, None, None)
