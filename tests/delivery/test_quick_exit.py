"""The way out: at once, to elsewhere, without the database, without a word about it anywhere."""

import logging

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests import factories

ADDRESS = "/poistu/"
WORDS = {"/ei-ole/": "Poistu nopeasti", "/sv/ei-ole/": "Lämna snabbt", "/en/ei-ole/": "Leave quickly"}


@pytest.mark.parametrize("method", ["get", "head"])
def test_it_leads_out_and_leaves_nothing(method, caplog, settings):
    settings.QUICK_EXIT_URL = "https://www.example.org/weather"
    with caplog.at_level(logging.DEBUG):
        response = getattr(Client(), method)(ADDRESS, HTTP_REFERER="https://www.example.fi/tukea/")
    assert (response.status_code, response["Location"]) == (303, "https://www.example.org/weather")
    assert response["Clear-Site-Data"] == '"storage"'
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Cache-Control"] == "no-store"
    assert "noindex" in response["X-Robots-Tag"]
    assert not response.cookies
    assert not response.content
    assert not caplog.records


def test_it_takes_nothing():
    assert Client().post(ADDRESS).status_code == 405


def test_robots_stay_away():
    assert reverse("quick_exit") == ADDRESS
    assert f"Disallow: {ADDRESS}\n" in Client().get("/robots.txt").content.decode()


@pytest.mark.parametrize("path", WORDS)
def test_error_pages_have_it_without_the_database(path, client):
    client.raise_request_exception = False
    response = client.get(path)  # pytest refuses the database here, so this is a 500
    assert response.status_code == 500
    link = BeautifulSoup(response.content, "html.parser").select_one(".quick-exit a")
    assert link.text == WORDS[path]
    assert (link["href"], link["rel"]) == (ADDRESS, ["nofollow"])
    assert link["data-to"] == settings.QUICK_EXIT_URL
    assert len(link["data-words"].split("|")) == 2


@pytest.mark.django_db
def test_a_preview_does_not_lead_away():
    home = factories.make_site()
    assert b"data-to" in Client().get("/").content
    preview = home.make_preview_request().content
    assert BeautifulSoup(preview, "html.parser").select_one(".quick-exit a").attrs == {}
    assert b"data-to" not in preview
