"""A page left open: the browser changes what it says at the very moment at which the server does, and not before."""

from datetime import UTC, datetime, time, timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.staticfiles import finders
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

ORIGIN = "http://kasper.test"


class Site:
    """A service page as the site tells it at a moment, and a browser's page that reads it."""

    def __init__(self, path: str):
        self.path, self.html = path, ""

    def at(self, moment: datetime) -> list[str]:
        """From now on the server's clock shows the moment; what it says then, part by part."""
        with time_machine.travel(moment, tick=False):
            self.html = Client().get(self.path).content.decode()
        return told([str(part) for part in BeautifulSoup(self.html, "html.parser").select("[data-live]")])

    def answer(self, route):
        """Answer the browser; the pages were made before, for another task has another database connection."""
        path = urlsplit(route.request.url).path
        if path == self.path:
            return route.fulfill(body=self.html, content_type="text/html")
        file = finders.find(path.removeprefix(settings.STATIC_URL))
        return route.fulfill(path=file) if file else route.fulfill(status=404)

    def open(self, page) -> None:
        """Read the page in a browser."""
        page.route("**/*", self.answer)
        page.goto(f"{ORIGIN}{self.path}")


@pytest.fixture
def site(db, settings, tmp_path) -> Site:
    """The page of a helpline that answers on Wednesdays and in the night of Sunday."""
    settings.VAR_DIR = tmp_path
    home = factories.make_site()
    service = factories.make_service(hours=0, name_fi="Puhelin", slug="puhelin")
    for weekday, opens, closes in ((2, 10, 12), (6, 3, 4)):
        WeeklyHours.objects.create(service=service, weekday=weekday, opens=time(opens), closes=time(closes))
    index = factories.make_page("home.HelpIndexPage", home, title="Apua")
    page = factories.make_page("home.ServicePage", index, title="Puhelin", service=service)
    kept.write()
    return Site(page.url)


def told(parts: list[str]) -> list[str]:
    """The words of parts of a page."""
    return [" ".join(BeautifulSoup(part, "html.parser").get_text(" ").split()) for part in parts]


def told_by(page) -> list[str]:
    """What the browser's page says in each part that the script renews."""
    return told(page.evaluate("[...document.querySelectorAll('[data-live]')].map((part) => part.outerHTML)"))


def test_the_page_and_the_server_change_at_the_same_moment(new_context, site):
    for boundary in (moment.astimezone(UTC) for moment in BOUNDARIES):  # UTC: wall times leap
        page = new_context().new_page()
        page.clock.install(time=boundary - timedelta(minutes=10))
        before = site.at(boundary - timedelta(seconds=5))
        site.open(page)
        page.clock.pause_at(boundary - timedelta(seconds=5))
        page.clock.run_for(4900)
        assert told_by(page) == before
        after = site.at(boundary)
        assert len(after) == len(before) == 3
        assert after != before, boundary
        with page.expect_response(f"**{site.path}"):
            page.clock.run_for(150)
        until = boundary.astimezone(HELSINKI).isoformat()
        expect(page.locator(BAR)).not_to_have_attribute("data-until", until)
        assert told_by(page) == after


def test_a_failed_try_is_repeated_and_the_focus_stays(page, site):
    closing = BOUNDARIES[1]
    page.clock.install(time=closing - timedelta(minutes=10))
    site.at(closing - timedelta(seconds=5))
    site.open(page)
    page.clock.pause_at(closing - timedelta(seconds=5))
    page.route(f"**{site.path}", lambda route: route.fulfill(status=503))
    with page.expect_response(f"**{site.path}"):
        page.clock.run_for(6000)
    expect(page.locator(BAR)).to_contain_text("Auki nyt")
    page.unroute(f"**{site.path}")
    page.locator(f"{BAR} a").focus()
    with page.expect_response(f"**{site.path}"):  # the phone's clock runs ahead of the server's
        page.clock.run_for(61_000)
    expect(page.locator(f"{BAR} a")).to_be_focused()
    site.at(closing)
    with page.expect_response(f"**{site.path}"):
        page.clock.run_for(61_000)
    expect(page.locator(BAR)).to_contain_text("Suljettu")
