"""A list of events on a Sunday in November."""

import pytest
import time_machine

from tests import factories
from tests.home.events.reading import NOW


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def page():
    home = factories.make_site()
    factories.make_person()
    return factories.make_page("home.EventIndexPage", home, title="Tapahtumat", slug="tapahtumat")
