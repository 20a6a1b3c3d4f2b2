"""Events of these tests, and what a visitor reads of them."""

import re
from datetime import date, datetime

from bs4 import BeautifulSoup
from django.test import Client

from kasper_site.directory.hours import HELSINKI
from kasper_site.directory.models import Event
from tests import factories

NOW = datetime(2026, 11, 22, 12, tzinfo=HELSINKI)
THURSDAY = date(2026, 11, 26)


def soup(url: str) -> BeautifulSoup:
    response = Client().get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(found) -> str:
    return re.sub(r"\s+", " ", found.get_text(" ", strip=True)).replace("\xa0", " ")


def headings(url: str) -> list[str]:
    return [words(found) for found in soup(url).select("main h2")]


def names(url: str) -> list[str]:
    return [words(found) for found in soup(url).select("main h3")]


def group(**fields) -> Event:
    return factories.make_event(**{"first_date": THURSDAY, "name_fi": "Ryhmä", "weeks": 3, **fields})


def once(**fields) -> Event:
    return group(repeats="once", times=None, **fields)
