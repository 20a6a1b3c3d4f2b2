"""What no form of ours sends, from somebody who is logged in: it is refused, and nothing breaks."""

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from tests import factories
from tests.admin import empty_forms

pytestmark = pytest.mark.django_db
HUGE = "9" * 40
ODD = ["", "\x00", HUGE, "-1", "[]", "2026-13-45T00:00:00Z", "ä" * 5000]


@pytest.fixture
def home():
    return factories.make_site()


@pytest.mark.parametrize("next_page", [*ODD, "sivu", "a:b", "https://paha.example/"])
def test_a_review_leads_on_to_our_own_addresses_only(home, admin_client, next_page):
    answer = admin_client.post(reverse("desk:reviewed", args=[home.pk]), {"next": next_page})
    assert answer.status_code == 302
    assert "paha" not in answer.url


@pytest.mark.parametrize("number", ["0", HUGE, "9" * 5000])
@pytest.mark.parametrize(
    "way",
    ["tyopoyta/tarkistettu/{}/", "tyopoyta/vahvistettu/person/{}/", "tyopoyta/vahvistettu/x/{}/", "redirects/{}/"],
)
def test_what_is_not_there_is_not_found(home, admin_client, way, number):
    assert admin_client.post(f"/hallinta/{way.format(number)}").status_code == 404


@pytest.mark.parametrize(
    "moment", ["2026-13-45T00:00:00Z", "0001-01-01T00:00:00+14:00", "2026-11-22T10:00", "\x00", HUGE]
)
def test_a_moment_that_is_none_is_no_reason_to_lose_a_text(home, admin_client, moment):
    page = factories.make_page("home.StandardPage", home, title="Meistä")
    data = empty_forms.fields("home.StandardPage", home, admin_client) | {"loaded_revision_created_at": moment}
    admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert Page.objects.get(pk=page.pk).get_latest_revision_as_object().title == data["title"]


@pytest.mark.parametrize("address", ["//[x", "http://localhost//[x", "http://℀.fi/", "http://localhost//x/y"])
@pytest.mark.parametrize("field", ["old_path", "redirect_link"])
def test_an_address_that_cannot_be_read_is_refused_in_the_form(home, admin_client, address, field):
    data = {"old_path": "/vanha", "redirect_link": "/", field: address}
    answer = admin_client.post(reverse("wagtailredirects:add"), data)
    assert "Tämä ei ole verkko-osoite. Kopioi osoite selaimen osoiteriviltä." in answer.context["form"].errors[field]
    assert not Redirect.objects.exists()


@pytest.mark.parametrize("chosen", ["x", "\x00", HUGE, "-1"])
def test_a_page_that_was_not_chosen_in_the_window_is_refused_in_the_form(home, admin_client, chosen):
    answer = admin_client.post(reverse("wagtailredirects:add"), {"old_path": "/vanha", "redirect_page": chosen})
    assert answer.status_code == 200
    assert answer.context["form"].errors["redirect_page"]


def test_a_project_that_no_database_can_number_is_refused_in_the_form(home, admin_client):
    parent = factories.place_for("news.ReleasePage")
    data = {**empty_forms.fields("news.ReleasePage", parent, admin_client), "related_project": HUGE}
    answer = admin_client.post(empty_forms.add_address("news.ReleasePage", parent), data)
    assert answer.context["form"].errors["related_project"]


@pytest.mark.parametrize("rows", [*ODD, "a:b:c", ":"])
def test_rows_that_nobody_signed_are_not_stored(home, admin_client, rows):
    answer = admin_client.post("/hallinta/redirects/import/process/", {"rows": rows})
    assert answer.status_code == 302
    assert not Redirect.objects.exists()
