"""The whole demo site as a visitor finds it, each address asked once for all tests of a module."""

from functools import cache
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client


class Visit:
    """The site's answers; nobody changes what they give."""

    def __init__(self):
        self.get = cache(self._get)
        self.soup = cache(self._soup)

    @property
    def paths(self) -> list[str]:
        """The pages that the sitemap names."""
        root = ElementTree.fromstring(self.get("/sitemap.xml").content)
        return [urlsplit(node.text).path for node in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]

    def _get(self, path: str) -> HttpResponse:
        return Client().get(path)

    def _soup(self, path: str) -> BeautifulSoup:
        return BeautifulSoup(self.get(path).content, "html.parser")


@pytest.fixture(scope="module")
def visit(demo) -> Visit:
    """For tests that look and change nothing."""
    return Visit()
