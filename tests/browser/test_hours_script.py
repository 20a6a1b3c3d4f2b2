"""A page left open: the browser changes what it says at the very moment at which the server does, and not before."""

from datetime import UTC, datetime, time, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from playwright.sync_api import expect

from kasper_site.directory.help_bar import kept
from kasper_site.directory.hours import HELSINKI
from kasper_site.directory.models import WeeklyHours
from tests import factories

# Opens, closes, a midnight between holidays, the end of an hour that the clock change doubles.
BOUNDARIES = [
    datetime(2026, 11, 25, 10, 0, tzinfo=HELSINKI),
    datetime(2026, 11, 25, 12, 0, tzinfo=HELSINKI),
    datetime(2026, 12, 26, 0, 0, tzinfo=HELSINKI),
    datetime(2026, 10, 25, 4, 0, tzinfo=HELSINKI),
]
BAR = "[data-live=bar]"

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def address(live_server, settings, tmp_path) -> str:
    """A service page on a server in this process, whose clock the test sets."""
    settings.VAR_DIR = tmp_path
    home = factories.make_site()
    service = factories.make_service(hours=0, name_fi="Puhelin", slug="puhelin")
    for weekday, opens, closes in ((2, 10, 12), (6, 3, 4)):
        WeeklyHours.objects.create(service=service, weekday=weekday, opens=time(opens), closes=time(closes))
    index = factories.make_page("home.HelpIndexPage", home, title="Apua")
    page = factories.make_page("home.ServicePage", index, title="Puhelin", service=service)
    kept.write()
    return f"{live_server.url}{page.url}"


def told_by_server(address: str) -> list[str]:
    """What the server says at this moment in each part that the script renews."""
    path = address.split("/", 3)[3]
    soup = BeautifulSoup(Client().get(f"/{path}").content, "html.parser")
    return [" ".join(part.get_text(" ").split()) for part in soup.select("[data-live]")]


def told_by_page(page) -> list[str]:
    """The same, as the browser's page has it."""
    html = page.evaluate("[...document.querySelectorAll('[data-live]')].map((part) => part.outerHTML)")
    return [" ".join(BeautifulSoup(part, "html.parser").get_text(" ").split()) for part in html]


def test_the_page_and_the_server_change_at_the_same_moment(new_context, address):
    for boundary in (moment.astimezone(UTC) for moment in BOUNDARIES):  # UTC: wall times leap
        page = new_context().new_page()
        page.clock.install(time=boundary - timedelta(minutes=10))
        with time_machine.travel(boundary - timedelta(seconds=5), tick=False):
            page.goto(address)
            page.clock.pause_at(boundary - timedelta(seconds=5))
            before = told_by_server(address)
            assert told_by_page(page) == before
            page.clock.run_for(4900)
            assert told_by_page(page) == before
        with time_machine.travel(boundary, tick=False):
            after = told_by_server(address)
            assert after != before, boundary
            with page.expect_response(address):
                page.clock.run_for(150)
            expect(page.locator(BAR)).not_to_have_attribute("data-until", boundary.astimezone(HELSINKI).isoformat())
            assert told_by_page(page) == after


def test_a_failed_try_is_repeated_and_the_focus_stays(page, address):
    closing = BOUNDARIES[1]
    page.clock.install(time=closing - timedelta(minutes=10))
    with time_machine.travel(closing - timedelta(seconds=5), tick=False):
        page.goto(address)
    page.clock.pause_at(closing - timedelta(seconds=5))
    page.route(address, lambda route: route.fulfill(status=503))
    with page.expect_response(address):
        page.clock.run_for(6000)
    expect(page.locator(BAR)).to_contain_text("Auki nyt")
    page.unroute(address)
    with time_machine.travel(closing - timedelta(seconds=1), tick=False), page.expect_response(address):
        page.locator(f"{BAR} a").focus()
        page.clock.run_for(61_000)  # the phone's clock runs ahead of the server's
    expect(page.locator(f"{BAR} a")).to_be_focused()
    with time_machine.travel(closing, tick=False), page.expect_response(address):
        page.clock.run_for(61_000)
    expect(page.locator(BAR)).to_contain_text("Suljettu")
