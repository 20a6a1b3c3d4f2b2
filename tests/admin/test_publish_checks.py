"""The publish check in the admin: the form, and the list beside it."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import Page, get_page_models
from wagtail.test.utils.form_data import inline_formset

from home.models import StandardPage
from kasper_site.cms.models import BasePage
from kasper_site.cms.publish_checks.forms import CheckedFormMixin
from tests import factories
from tests.admin.checked_page import BAD, CODE, GOOD, STOPPED, edit_url, is_live, posted, said, text_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return factories.make_site()


@pytest.fixture
def publisher(admin_client):
    """A signed-in administrator."""
    return admin_client


# --- The form ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("model", [model for model in get_page_models() if issubclass(model, BasePage)])
def test_every_page_type_has_the_checked_form(model):
    assert issubclass(model.get_edit_handler().get_form_class(), CheckedFormMixin)


def test_the_form_stops_the_publishing_and_keeps_what_was_written(home, publisher):
    page = text_page(home)
    response = publisher.post(edit_url(page), posted(BAD, **{"action-publish": "1"}))
    assert response.status_code == 200
    assert not is_live(page)
    (message,) = said(response)
    assert STOPPED in message
    assert "henkilötunnus" in message
    assert "StreamBlock" not in message
    assert CODE in response.content.decode()


def test_a_draft_is_saved_with_the_same_text(home, publisher):
    page = text_page(home)
    assert publisher.post(edit_url(page), posted(BAD)).status_code == 302
    answer = publisher.post(edit_url(page), posted(BAD), headers={"accept": "application/json"}).json()
    assert answer["success"]
    assert CODE in str(Page.objects.get(pk=page.pk).get_latest_revision().content["body"])


def test_the_form_publishes_what_has_nothing_to_mend(home, publisher):
    page = text_page(home)
    assert publisher.post(edit_url(page), posted(**{"action-publish": "1"})).status_code == 302
    assert is_live(page)


def test_a_new_page_is_stopped_too(home, publisher):
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])
    response = publisher.post(address, posted(BAD, **{"action-publish": "1"}))
    assert response.status_code == 200
    assert not StandardPage.objects.filter(title="Uusi ryhmä").exists()
    assert publisher.post(address, posted(**{"action-publish": "1"})).status_code == 302
    assert StandardPage.objects.get(title="Uusi ryhmä").live


def test_a_release_without_a_contact_is_stopped_at_its_contacts(home, publisher):
    release = factories.make_page("news.ReleasePage", factories.place_for("news.ReleasePage"), live=False)
    rows = {name: inline_formset([]) for name in ("contacts", "pictures", "attachments")}
    fields = {"kind": "tiedote", "public_at": "2023-08-02 09:00", **rows}
    response = publisher.post(edit_url(release), posted(**fields, **{"action-publish": "1"}))
    assert response.status_code == 200
    assert not is_live(release)
    assert response.context["form"].formsets["contacts"].non_form_errors()


# --- The list beside the form -----------------------------------------------------------------------------------------
def test_the_list_stands_in_the_form_in_place_of_wagtail_s_metrics(home, publisher):
    page = text_page(home, '<p>• Katso <a href="https://example.org/">lue lisää</a>.</p>')
    shown = publisher.get(edit_url(page)).content.decode()
    assert "data-content-readability-score" not in shown
    assert "data-checks-panel" in shown
    assert "w-content-checker-row-template" in shown
    assert f'href="#:w:contentpath=body.{page.body[0].id}.text"' in shown
    assert "Luettavuus" in shown
    assert "2 asiaa harkittavana" in shown


def test_a_page_that_is_not_saved_yet_has_the_list_too(home, publisher):
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])
    assert "Sivulla ei ole kuvausta" in publisher.get(address).content.decode()


def test_the_list_is_that_of_the_newest_draft_with_what_blocks_first(home, publisher):
    page = text_page(home, "<p>• Ensin</p>", title="TERVETULOA KAIKKI RYHMÄÄN")
    page.body = [("paragraph", {"text": BAD})]
    page.save_revision()
    shown = publisher.get(reverse("publish_check", args=[page.pk])).content.decode()
    assert "<html" not in shown
    assert CODE not in shown
    assert shown.index("henkilötunnus") < shown.index("isoin kirjaimin")
    assert "Luettelo" not in shown
    assert 'data-count="2" data-blocking="1"' in shown
    assert "Sisältö, osa 1" in shown


def test_only_who_may_edit_the_page_sees_the_list(home, client, django_user_model):
    address = reverse("publish_check", args=[text_page(home).pk])
    assert client.get(address).status_code == 302
    visitor = django_user_model.objects.create(username="vieras")
    visitor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(visitor)
    response = client.get(address)
    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_home")


def test_the_list_asks_no_more_for_a_longer_page(home, publisher, django_assert_max_num_queries):
    page = text_page(home)
    page.body = [("paragraph", {"text": GOOD})] * 40
    page.save_revision()
    address = reverse("publish_check", args=[page.pk])
    publisher.get(address)
    with django_assert_max_num_queries(30):
        publisher.get(address)
