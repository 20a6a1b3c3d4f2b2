"""Stories in the admin: one moment decides when they are public; Wagtail's own go-live is not offered."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from kasper_site.directory.models import Person
from news.models import ReleasePage
from tests import factories
from tests.search.searchable import index, results_page, titles

STORIES = ["news.ReleasePage", "news.CurrentMatterPage", "news.CoveragePage"]
TITLE = "Uusi palvelu aukeaa"

pytestmark = pytest.mark.django_db


@pytest.fixture
def parent():
    factories.make_site()
    factories.make_facts()
    return factories.place_for("news.ReleasePage")


def release_form(public_at) -> dict:
    """What the form of a new release sends, to be published."""
    values = {"title": TITLE, "slug": "uusi-palvelu", "kind": "tiedote", "subject": "", "lead": factories.SENTENCE}
    values |= {"public_at": timezone.localtime(public_at).strftime("%Y-%m-%d %H:%M"), "related_project": ""}
    contacts = inline_formset([{"person": Person.objects.first().pk, "role": ""}])
    values |= {"body": streamfield([]), "contacts": contacts, "comments": inline_formset([])}
    values |= {"pictures": inline_formset([]), "attachments": inline_formset([])}
    return nested_form_data({**values, "action-publish": "1"})


def publish(client, parent: Page, public_at) -> ReleasePage:
    address = reverse("wagtailadmin_pages:add", args=["news", "releasepage", parent.pk])
    response = client.post(address, release_form(public_at))
    assert response.status_code == 302, response.context["form"].errors
    return ReleasePage.objects.get()


@pytest.mark.parametrize("page_type", STORIES)
def test_the_form_has_one_time_of_publishing(admin_client, parent, page_type):
    page = factories.make_page(page_type, parent)
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert 'name="public_at"' in html
    assert 'name="expire_at"' in html
    assert "go_live_at" not in html
    assert "schedule-publishing-dialog" not in html


@pytest.mark.parametrize("page_type", [label for label in factories.page_types() if label not in STORIES])
def test_other_pages_keep_wagtails_schedule(admin_client, parent, page_type):
    page = factories.page_model(page_type).objects.first()
    page = page or factories.make_page(page_type, factories.place_for(page_type))
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert 'name="go_live_at"' in html


@pytest.mark.database
def test_a_release_published_ahead_of_its_time_is_nowhere(admin_client, parent):
    release = publish(admin_client, parent, timezone.now() + timezone.timedelta(days=2))
    visitor = Client()
    assert release.live
    assert visitor.get(release.url).status_code == 404
    index()
    assert TITLE not in titles(results_page("palvelu"))
    for address in (parent.url, "/", "/sitemap.xml"):
        assert TITLE not in visitor.get(address).content.decode()
        assert release.slug not in visitor.get(address).content.decode()


@pytest.mark.database
def test_a_release_is_public_from_its_moment_on(admin_client, parent):
    release = publish(admin_client, parent, timezone.now() - timezone.timedelta(minutes=1))
    visitor = Client()
    assert visitor.get(release.url).status_code == 200
    for address in (parent.url, "/"):
        assert TITLE in visitor.get(address).content.decode()
    index()
    assert TITLE in titles(results_page("palvelu"))


def test_an_editor_previews_a_release_ahead_of_its_time(admin_client, parent):
    page = factories.make_page(STORIES[0], parent, public_at=timezone.now() + timezone.timedelta(days=2), title=TITLE)
    assert TITLE in page.make_preview_request().content.decode()
