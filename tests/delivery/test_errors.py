"""A refused form is answered by a page that helps, without the database."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.urls import get_resolver

from kasper_site.delivery import standing
from tests.directory.test_help_bar import entry

ENTRY = entry("service", "Tukiluuri", "044 350 5179", "always")


@pytest.fixture(autouse=True)
def helpline(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    standing.write("help", [ENTRY])


@pytest.mark.parametrize(("path", "language"), [("/", "fi"), ("/sv/", "sv"), ("/en/haku/", "en")])
def test_a_form_without_its_token(path, language):
    response = Client(enforce_csrf_checks=True).post(path, {"a": "b"})
    text = response.content.decode()
    assert response.status_code == 403
    assert response["Cache-Control"] == "no-store"
    assert f'<html lang="{language}"' in text
    assert 'role="search"' in text
    assert ENTRY["tel"] in text


def test_a_refusal_anywhere_else_looks_the_same():
    response = get_resolver().resolve_error_handler(403)(RequestFactory().get("/"), PermissionDenied())
    assert response.status_code == 403
    assert ENTRY["tel"] in response.content.decode()


@pytest.mark.parametrize("path", ["/haku/", "/robots.txt", "/terveys/"])
def test_addresses_that_only_tell_something_take_nothing(path):
    assert Client().post(path).status_code == 405


def test_logging_in_at_a_private_page_ends_on_the_site(settings):
    assert settings.LOGIN_REDIRECT_URL == "/"
